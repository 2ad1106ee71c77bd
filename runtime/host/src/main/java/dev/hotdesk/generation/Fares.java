package dev.hotdesk.generation;

import dev.hotdesk.rollout.Rollout.Fare;
import dev.hotdesk.rollout.Tally.Counts;
import dev.hotdesk.rollout.Verdict;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How the generations that serve fared since a rollout began, and within about the last minute.
 * Control thread only.
 */
final class Fares {

  private static final Duration RECENT = Duration.ofMinutes(1);
  private static final Duration APART = Duration.ofSeconds(1);
  private static final long ENOUGH = 20;

  private final Map<Generation, Watched> watched = new HashMap<>();

  /** What is kept of one generation. */
  private static final class Watched {

    private final Counts begin;
    private final Deque<Snapshot> minute = new ArrayDeque<>();

    Watched(Counts begin) {
      this.begin = begin;
    }
  }

  private record Snapshot(long at, Counts counts) {}

  /** Forgets the rollout of before. */
  void clear() {
    watched.clear();
  }

  /** How the generation that a candidate is compared with fares. */
  Verdict.Baseline baseline(Generation stable) {
    var now = System.nanoTime();
    var counts = stable.tally().counts();
    var mine = watched.computeIfAbsent(stable, _ -> new Watched(counts));
    if (mine.minute.isEmpty() || now - mine.minute.getLast().at >= APART.toNanos()) {
      mine.minute.add(new Snapshot(now, counts));
    }
    while (now - mine.minute.getFirst().at > RECENT.toNanos() && mine.minute.size() > 1) {
      mine.minute.removeFirst();
    }
    var since = counts.since(mine.begin);
    return new Verdict.Baseline(
        since.calls() < ENOUGH ? counts : since,
        counts.since(mine.minute.getFirst().counts),
        stable.ownThreads());
  }

  /** For people to see. */
  static Fare shown(Counts counts, Comparisons.Count compared) {
    return new Fare(
        counts.calls(),
        counts.faults(),
        counts.p95Millis(),
        compared.compared(),
        compared.different());
  }

  /** How a generation fared since the rollout began, for people to see. */
  Counts since(Generation generation) {
    var mine = watched.get(generation);
    var counts = generation.tally().counts();
    return mine == null ? counts : counts.since(mine.begin);
  }
}
