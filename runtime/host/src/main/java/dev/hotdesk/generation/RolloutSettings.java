package dev.hotdesk.generation;

import dev.hotdesk.rollout.DesiredState;
import dev.hotdesk.rollout.MemoryDesiredState;
import dev.hotdesk.rollout.RolloutPlan;

/**
 * How new versions come to serve.
 *
 * @param usual the way that a dropped jar takes
 * @param canary the way that it takes if a file beside it asks for canary
 * @param desired where it is kept what is wanted
 */
public record RolloutSettings(RolloutPlan usual, RolloutPlan canary, DesiredState desired) {

  /** At once, and what is wanted is forgotten with the process. */
  public static RolloutSettings direct() {
    return new RolloutSettings(RolloutPlan.DIRECT, RolloutPlan.CANARY, new MemoryDesiredState());
  }
}
