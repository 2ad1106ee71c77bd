package dev.hotdesk.rollout;

import dev.hotdesk.rollout.Rollout.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a new version comes to serve everybody.
 *
 * @param shadow how long it only listens; zero for not at all
 * @param percents the shares of the conversations that it serves one after another; none for not at
 *     all
 * @param step how long it stays at each share
 * @param bake how long it serves everybody before the version before is let go; zero for not at all
 * @param budget what makes it go back
 */
public record RolloutPlan(
    Duration shadow, List<Integer> percents, Duration step, Duration bake, ErrorBudget budget) {

  /** It serves everybody as soon as it is sound. */
  public static final RolloutPlan DIRECT =
      new RolloutPlan(Duration.ZERO, List.of(), Duration.ZERO, Duration.ZERO, ErrorBudget.DEFAULT);

  /** A tenth for five minutes, a half for five, then everybody, on probation for ten. */
  public static final RolloutPlan CANARY =
      new RolloutPlan(
          Duration.ZERO,
          List.of(10, 50),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          ErrorBudget.DEFAULT);

  /** Checks and copies the shares. */
  public RolloutPlan {
    percents = List.copyOf(percents);
    int before = 0;
    for (int percent : percents) {
      if (percent <= before || percent > 100) {
        throw new IllegalArgumentException(
            "The shares %s; wanted growing ones from 1 to 100".formatted(percents));
      }
      before = percent;
    }
  }

  /**
   * One stretch of the way.
   *
   * @param stage which kind
   * @param percent of the conversations
   * @param time how long
   */
  public record Step(Stage stage, int percent, Duration time) {}

  /** The way, from the first stretch to the last; empty if there is nothing to wait for. */
  public List<Step> steps() {
    var steps = new ArrayList<Step>();
    if (shadow.isPositive()) {
      steps.add(new Step(Stage.SHADOW, 0, shadow));
    }
    percents.stream()
        .filter(percent -> percent < 100)
        .forEach(percent -> steps.add(new Step(Stage.CANARY, percent, step)));
    if (bake.isPositive()) {
      steps.add(new Step(Stage.BAKE, 100, bake));
    }
    return steps;
  }

  /** Whether a new version serves everybody at once. */
  public boolean isDirect() {
    return steps().isEmpty();
  }

  /** This plan, after the candidate has listened for a while. */
  public RolloutPlan listening(Duration time) {
    return new RolloutPlan(time, percents, step, bake, budget);
  }

  /** This plan with one share only. */
  public RolloutPlan at(int percent) {
    return new RolloutPlan(shadow, List.of(percent), step, bake, budget);
  }
}
