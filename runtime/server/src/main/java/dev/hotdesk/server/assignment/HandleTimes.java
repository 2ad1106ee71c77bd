package dev.hotdesk.server.assignment;

import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** How long customers of each group were served lately, as seen by this server since its start. */
final class HandleTimes {

  private static final int MOST = 100;
  private static final Duration LATELY = Duration.ofHours(2);

  private final Map<String, Served> begun = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, ArrayDeque<Handled>> byGroup = new HashMap<>();

  private record Served(String group, Instant since) {}

  private record Handled(Duration time, Instant at) {}

  /**
   * Takes news of a conversation in.
   *
   * @param group the group that serves a conversation
   */
  void take(String conversation, List<Logged> entries, Function<String, String> group) {
    for (var logged : entries) {
      if (!(logged.entry() instanceof Entry.Moved(var state, _, _, _))) {
        continue;
      }
      switch (state) {
        case State.OperatorServing _ ->
            begun.computeIfAbsent(conversation, id -> new Served(group.apply(id), logged.at()));
        case State.Transferring _, State.WrapUp _ -> {}
        default -> {
          var served = begun.remove(conversation);
          if (served != null) {
            add(served.group(), Duration.between(served.since(), logged.at()), logged.at());
          }
        }
      }
    }
  }

  private void add(String group, Duration time, Instant at) {
    lock.lock();
    try {
      var handled = byGroup.computeIfAbsent(group, _ -> new ArrayDeque<>());
      handled.add(new Handled(time, at));
      while (handled.size() > MOST) {
        handled.remove();
      }
    } finally {
      lock.unlock();
    }
  }

  /** By group. */
  Map<String, List<Duration>> lately(Instant now) {
    var lately = new HashMap<String, List<Duration>>();
    lock.lock();
    try {
      byGroup.forEach(
          (group, handled) ->
              lately.put(
                  group,
                  handled.stream()
                      .filter(each -> each.at().isAfter(now.minus(LATELY)))
                      .map(Handled::time)
                      .toList()));
    } finally {
      lock.unlock();
    }
    return lately;
  }
}
