package dev.hotdesk.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hotdesk.rollout.Tally.Counts;
import dev.hotdesk.rollout.Verdict.Baseline;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private final Verdict verdict = new Verdict(ErrorBudget.DEFAULT);

  private static Counts counts(int calls, int faults, int millis) {
    var tally = new Tally();
    for (int i = 0; i < calls; i++) {
      tally.add(Duration.ofMillis(millis), i < faults);
    }
    return tally.counts();
  }

  private static Baseline healthy() {
    return new Baseline(counts(200, 1, 20), counts(20, 0, 20), 0);
  }

  @Test
  void a_candidate_like_the_version_that_serves_stays() {
    assertThat(verdict.on(counts(100, 1, 25), 0, healthy())).isEmpty();
    assertThat(verdict.on(Counts.NONE, 0, healthy())).isEmpty();
  }

  @Test
  void a_few_faults_prove_nothing() {
    assertThat(verdict.on(counts(4, 4, 20), 0, healthy())).isEmpty();
    assertThat(verdict.on(counts(300, 8, 20), 0, healthy())).isEmpty();
  }

  @Test
  void many_faults_are_told_in_a_sentence() {
    assertThat(verdict.on(counts(40, 9, 20), 0, healthy()))
        .hasValue("9 of its 40 calls failed; of the version that serves 1 of 200.");
  }

  @Test
  void an_outage_that_hits_both_is_nobodys_fault() {
    var outage = new Baseline(counts(1_000, 30, 20), counts(30, 30, 20), 0);
    assertThat(verdict.on(counts(20, 10, 20), 0, outage)).isEmpty();
  }

  @Test
  void a_slow_candidate_goes_back_and_one_as_slow_as_the_other_stays() {
    assertThat(verdict.on(counts(6, 0, 320), 0, healthy()).orElseThrow())
        .startsWith("6 of its 6 calls took over 200 ms longer");
    var slow = new Baseline(counts(200, 0, 320), Counts.NONE, 0);
    assertThat(verdict.on(counts(60, 0, 330), 0, slow)).isEmpty();
  }

  @Test
  void threads_that_grow_in_number_are_a_leak() {
    assertThat(verdict.on(Counts.NONE, 10, healthy())).isEmpty();
    assertThat(verdict.on(Counts.NONE, 11, healthy()).orElseThrow()).startsWith("It leaks: 11");
  }

  @Test
  void the_tail_of_the_binomial_distribution_is_right() {
    assertThat(Verdict.tail(5, 5, 0.5)).isCloseTo(0.03125, within(1e-9));
    assertThat(Verdict.tail(1, 10, 0.1)).isCloseTo(1 - Math.pow(0.9, 10), within(1e-9));
    assertThat(Verdict.tail(0, 10, 0.1)).isCloseTo(1, within(1e-9));
  }

  /** Looked at after each call, as the host does; the stable version has nine times the calls. */
  @Test
  void of_a_thousand_rollouts_of_equals_none_goes_back_and_of_bad_ones_all_do_soon() {
    var random = new Random(7);
    for (double rate : new double[] {0, 0.01, 0.05, 0.2}) {
      int back = 0;
      for (int i = 0; i < 250; i++) {
        back += badCallsUntilBack(random, rate, rate, 1_000) < 0 ? 0 : 1;
      }
      assertThat(back).as("false alarms at a rate of %s", rate).isZero();
    }
    for (int i = 0; i < 200; i++) {
      assertThat(badCallsUntilBack(random, 0.01, 0.21, 1_000)).isBetween(5, 20);
    }
  }

  /** The bad calls that it took to see it, or -1 if it was not seen. */
  private int badCallsUntilBack(Random random, double stable, double candidate, int calls) {
    var ofStable = new Tally();
    var ofCandidate = new Tally();
    int bad = 0;
    for (int i = 0; i < calls; i++) {
      for (int j = 0; j < 9; j++) {
        ofStable.add(time(random), random.nextDouble() < stable);
      }
      var isBad = random.nextDouble() < candidate;
      bad += isBad ? 1 : 0;
      ofCandidate.add(time(random), isBad);
      if (verdict
          .on(ofCandidate.counts(), 0, new Baseline(ofStable.counts(), Counts.NONE, 0))
          .isPresent()) {
        return bad;
      }
    }
    return -1;
  }

  /** As turns take: mostly some 30 ms, now and then far more. */
  private static Duration time(Random random) {
    return Duration.ofNanos((long) (30e6 * Math.exp(0.8 * random.nextGaussian())));
  }
}
