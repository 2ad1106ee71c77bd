package dev.hotdesk.generation;

import dev.hotdesk.rollout.CrashPoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes generations out of service at once, with nothing but what is at hand: no loading, no
 * training. Where one served everybody and the version before stands by, that takes over; if
 * training would be needed first, customers of the plugin get a person until the next look. Control
 * thread only.
 */
final class Withdrawal {

  private final Switchboard switchboard;

  Withdrawal(Switchboard switchboard) {
    this.switchboard = switchboard;
  }

  /** These are condemned, each to a state. */
  void of(Map<Generation, GenerationState> ends) {
    long began = System.nanoTime();
    ends.forEach(
        (generation, end) -> {
          if (generation.state().leadsTo(end)) {
            generation.enter(end);
          }
          switchboard.standby().forget(generation);
        });
    var table = switchboard.table();
    if (ends.keySet().stream().noneMatch(table.generations()::contains)) {
      return;
    }
    CrashPoints.pass("withdrawing");
    var next = table.stable();
    for (var generation : ends.keySet()) {
      next = next.generations().contains(generation) ? without(next, generation) : next;
    }
    switchboard.put(
        new RoutingTable(next, Optional.empty()), Duration.ofNanos(System.nanoTime() - began));
    CrashPoints.pass("withdrawn");
  }

  private Arm without(Arm arm, Generation generation) {
    var others = new ArrayList<>(arm.generations());
    others.remove(generation);
    return switchboard
        .standby()
        .of(generation.jar().id())
        .flatMap(before -> with(before, others))
        .orElseGet(() -> new Arm(others, arm.model()));
  }

  private Optional<Arm> with(Generation before, List<Generation> others) {
    var all = new ArrayList<>(others);
    all.add(before);
    return Training.ready(all, switchboard.models()).map(model -> new Arm(all, model));
  }
}
