package dev.hotdesk.generation;

import dev.hotdesk.rollout.Rollout.Stage;
import dev.hotdesk.rollout.RolloutPlan.Step;
import dev.hotdesk.rollout.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The way of a candidate, and where on it that is.
 *
 * @param steps from the first to the last
 */
record Course(List<Step> steps) {

  static final Course NONE = new Course(List.of());

  /** Whether it leads through this stage. */
  boolean has(Stage stage) {
    return steps.stream().anyMatch(step -> step.stage() == stage);
  }

  /** Where it leads from here; empty if this is its end. */
  Optional<Step> after(Wish.Candidate now) {
    return steps.stream().filter(step -> isAfter(step, now)).findFirst();
  }

  private static boolean isAfter(Step step, Wish.Candidate now) {
    int order = step.stage().compareTo(now.stage());
    return order > 0 || (order == 0 && step.percent() > now.percent());
  }

  /** When it leads on from here. */
  Instant until(Wish.Candidate now) {
    return steps.stream()
        .filter(step -> step.stage() == now.stage())
        .findFirst()
        .map(step -> now.since().plus(step.time()))
        .orElse(now.since());
  }
}
