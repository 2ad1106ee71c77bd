package dev.hotdesk.server.cluster;

import dev.hotdesk.server.stream.Pump;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;

/**
 * What is not stored, said to the other servers: who types, and who looks at what. May get lost,
 * and is not said at all while Redis is gone.
 */
final class Hearsay {

  static final String CHANNEL = "hotdesk:live";
  private static final int MOST_WAITING = 1_000;
  private static final String BETWEEN = "\t";

  private final RedisLine line;
  private final String holder;
  private final Here here;
  private final ArrayBlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Pump outward;

  Hearsay(RedisLine line, String holder, Here here, Executor executor) {
    this.line = line;
    this.holder = holder;
    this.here = here;
    this.outward = new Pump(executor, this::say);
  }

  /** Does not block. */
  void pass(String what, String conversation, String value) {
    if (line.isUp() && waiting.offer(String.join(BETWEEN, what, conversation, value))) {
      outward.wake();
    }
  }

  private void say() {
    var news = new ArrayList<String>();
    while (waiting.drainTo(news) > 0) {
      var message = holder + "\n" + String.join("\n", news);
      line.ask(redis -> redis.publish(CHANNEL, message));
      news.clear();
    }
  }

  /** Takes in what another server says. */
  void heard(String message) {
    var lines = message.split("\n");
    if (lines[0].equals(holder)) {
      return;
    }
    for (int i = 1; i < lines.length; i++) {
      var words = lines[i].split(BETWEEN, 3);
      if (words.length == 3) {
        here.heard(words[0], words[1], words[2]);
      }
    }
  }
}
