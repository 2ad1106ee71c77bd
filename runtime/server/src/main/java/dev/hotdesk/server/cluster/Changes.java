package dev.hotdesk.server.cluster;

import dev.hotdesk.server.stream.Pump;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Says to the other servers that what they keep at hand was changed here, by its name. Said again
 * until Redis has taken it; who did not listen then forgets everything when it listens again.
 */
final class Changes {

  static final String CHANNEL = "hotdesk:changed";

  private final RedisLine line;
  private final String holder;
  private final Consumer<String> listener;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final Pump outward;

  /** Hands what others say to this, which must not block. */
  Changes(RedisLine line, String holder, Consumer<String> listener, Executor executor) {
    this.line = line;
    this.holder = holder;
    this.listener = listener;
    this.outward = new Pump(executor, this::say);
  }

  /** Does not block. */
  void tell(String name) {
    waiting.add(name);
    outward.wake();
  }

  /** Says what could not be said. Does not block. */
  void catchUp() {
    if (!waiting.isEmpty()) {
      outward.wake();
    }
  }

  private void say() {
    while (!waiting.isEmpty()) {
      var names = List.copyOf(waiting);
      // Taken away first: what changes again while it is said is said again.
      names.forEach(waiting::remove);
      var message = holder + "\n" + String.join("\n", names);
      if (line.ask(redis -> redis.publish(CHANNEL, message)).isEmpty()) {
        waiting.addAll(names);
        return;
      }
    }
  }

  /** Takes in what another server says. */
  void heard(String message) {
    var lines = message.split("\n");
    if (!lines[0].equals(holder)) {
      for (int i = 1; i < lines.length; i++) {
        listener.accept(lines[i]);
      }
    }
  }
}
