package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.verify.RefusedJarException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings what serves to what should serve: loads what is new, trains, and switches in one step.
 * Control thread only.
 */
final class Reconciler {

  private final Incubator incubator;
  private final Training training;
  private final Graveyard graveyard;
  private final Switchboard switchboard;
  private final List<Generation> known;

  /** Generations that it makes are added to those known. */
  Reconciler(
      Incubator incubator,
      Training training,
      Graveyard graveyard,
      Switchboard switchboard,
      List<Generation> known) {
    this.incubator = incubator;
    this.training = training;
    this.graveyard = graveyard;
    this.switchboard = switchboard;
    this.known = known;
  }

  /** Makes what should serve serve; what proves bad on the way is rejected. */
  void converge(Selection selection, List<Drop> drops) {
    long began = System.nanoTime();
    var hatched = new HashMap<Drop.Ready, Generation>();
    Optional<Rejection> rejection;
    do {
      rejection = attempt(selection.from(drops), hatched, began);
      rejection.ifPresent(bad -> selection.reject(bad.drop, bad.reason));
    } while (rejection.isPresent());
    for (var unused : hatched.values()) {
      if (unused.state() instanceof GenerationState.Probed) {
        unused.retire(graveyard);
      }
    }
    selection.serve(
        switchboard.table().stable().generations().stream().map(Generation::drop).toList());
  }

  private Optional<Rejection> attempt(
      Map<String, Drop.Ready> wanted, Map<Drop.Ready, Generation> hatched, long began) {
    var old = switchboard.table().stable();
    var next = new ArrayList<Generation>();
    for (var drop : wanted.values()) {
      var running =
          switchboard.atHand().stream()
              .filter(each -> each.jar().sha256().equals(drop.jar().sha256()))
              .findFirst();
      try {
        next.add(running.isPresent() ? running.get() : hatch(drop, hatched));
      } catch (RefusedJarException e) {
        return Optional.of(new Rejection(drop, e.reason()));
      }
    }
    boolean isSame = new HashSet<>(next).equals(new HashSet<>(old.generations()));
    if (isSame && (old.model().isAvailable() || !training.isDue(old.model()))) {
      follow(next, wanted);
      return Optional.empty();
    }
    TrainedModel model;
    try {
      model = training.on(next, switchboard.models());
    } catch (KnowledgeException e) {
      var guilty = blame(e, next, old.generations());
      if (guilty.isPresent()) {
        return guilty;
      }
      model = TrainedModel.unavailable(List.of(), String.valueOf(e.getMessage()));
    }
    follow(next, wanted);
    switchboard.put(new RoutingTable(next, model), Duration.ofNanos(System.nanoTime() - began));
    return Optional.empty();
  }

  /** The same bytes may lie in the folder as another file by now. */
  private static void follow(Collection<Generation> next, Map<String, Drop.Ready> wanted) {
    next.forEach(each -> each.movedTo(wanted.getOrDefault(each.jar().id(), each.drop())));
  }

  private Generation hatch(Drop.Ready drop, Map<Drop.Ready, Generation> hatched)
      throws RefusedJarException {
    var before = hatched.get(drop);
    if (before != null) {
      return before;
    }
    var generation = incubator.hatch(drop);
    known.add(generation);
    hatched.put(drop, generation);
    return generation;
  }

  /** Among what is new, if anything is: the plugin that is named, or else what was dropped last. */
  private static Optional<Rejection> blame(
      KnowledgeException fault, List<Generation> next, Collection<Generation> old) {
    var newcomers = new ArrayList<>(next);
    newcomers.removeAll(old);
    return (newcomers.isEmpty() ? next : newcomers)
        .stream()
            .filter(each -> each.jar().id().equals(fault.plugin()))
            .findFirst()
            .or(() -> newcomers.stream().max(Comparator.comparing(each -> each.drop().modified())))
            .map(
                each -> new Rejection(each.drop(), each.drop().file() + ": " + fault.getMessage()));
  }

  private record Rejection(Drop.Ready drop, String reason) {}
}
