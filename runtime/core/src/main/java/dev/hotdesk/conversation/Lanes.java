package dev.hotdesk.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The lanes of all conversations at hand. */
final class Lanes {

  private static final int MOST_IDLE = 50_000;
  private static final int AT_ONCE = 1_000;

  private final Executor executor;
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();

  Lanes(Executor executor) {
    this.executor = executor;
  }

  /** The conversations whose lanes have been at one piece of work for so long. */
  List<String> stuck(Duration time) {
    return lanes.entrySet().stream()
        .filter(each -> each.getValue().isStuck(time))
        .map(Map.Entry::getKey)
        .toList();
  }

  int size() {
    return lanes.size();
  }

  int busy() {
    return (int) lanes.values().stream().filter(Lane::isBusy).count();
  }

  /** Runs work in a conversation's lane, after what waits there already. */
  CompletionStage<Receipt> in(String conversation, Function<Desk, Receipt> work) {
    var done = new CompletableFuture<Receipt>();
    while (true) {
      var lane = lanes.computeIfAbsent(conversation, _ -> new Lane(executor));
      switch (lane.offer(() -> done.complete(work.apply(lane.desk)))) {
        case TAKEN -> {
          tidy();
          return done;
        }
        case FULL, STOPPED -> {
          return CompletableFuture.completedFuture(new Receipt.Refused("busy"));
        }
        case CLOSED -> lanes.remove(conversation, lane);
      }
    }
  }

  /** Forgets some lanes without work when there are very many. */
  private void tidy() {
    if (lanes.size() <= MOST_IDLE) {
      return;
    }
    lanes.entrySet().stream()
        .limit(AT_ONCE)
        .filter(entry -> entry.getValue().closeIfIdle())
        .toList()
        .forEach(entry -> lanes.remove(entry.getKey(), entry.getValue()));
  }
}
