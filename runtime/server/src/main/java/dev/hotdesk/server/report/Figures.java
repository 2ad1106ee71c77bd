package dev.hotdesk.server.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What happened in some sessions.
 *
 * @param sessions how many began
 * @param handed_over how many of them were brought to people
 * @param waits how often a customer began to wait
 * @param gave_up how many of these waits ended without a person
 * @param waiting how long those took that ended with one
 * @param first_answer from when a person was asked for until one said something
 * @param closed how many sessions have ended
 * @param ratings how many customers said how it was
 * @param rating the mean of that, 1 to 5; 0 for none
 */
public record Figures(
    int sessions,
    int handed_over,
    int waits,
    int gave_up,
    Spell waiting,
    Spell first_answer,
    int closed,
    int ratings,
    double rating) {

  /**
   * How long something took.
   *
   * @param count how often it happened
   * @param median_s half of them took no longer, in seconds
   * @param p90_s nine in ten took no longer
   */
  public record Spell(int count, long median_s, long p90_s) {

    static Spell of(List<Duration> all) {
      var sorted = all.stream().sorted().toList();
      return new Spell(sorted.size(), at(sorted, 0.5), at(sorted, 0.9));
    }

    private static long at(List<Duration> sorted, double share) {
      return sorted.isEmpty()
          ? 0
          : sorted.get((int) Math.ceil(share * sorted.size()) - 1).toSeconds();
    }
  }

  static Figures of(List<Episode> episodes) {
    var scores = episodes.stream().flatMap(it -> it.scores.stream()).mapToInt(it -> it).toArray();
    return new Figures(
        episodes.size(),
        (int) episodes.stream().filter(Episode::isHandedOver).count(),
        episodes.stream().mapToInt(it -> it.waited).sum(),
        episodes.stream().mapToInt(it -> it.gaveUp).sum(),
        Spell.of(episodes.stream().flatMap(it -> it.waits.stream()).toList()),
        Spell.of(episodes.stream().flatMap(it -> it.firstAnswer().stream()).toList()),
        (int) episodes.stream().filter(it -> it.closed).count(),
        scores.length,
        Arrays.stream(scores).average().orElse(0));
  }
}
