package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.verify.RefusedJarException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps the routing table at what should serve: loads what is new, trains, switches in one step,
 * and retires what no lease leads to any more. Control thread only, but for {@link #lease} and
 * {@link #statuses}.
 */
final class Switchboard {

  private final Incubator incubator;
  private final Training training;
  private final Graveyard graveyard;
  private final Drain drain;
  private final PluginWatch watch;
  private final AtomicReference<RoutingTable> current;
  private final List<Generation> known = new CopyOnWriteArrayList<>();

  /** Serves nothing yet. The executor runs on the control thread. */
  Switchboard(
      HostSettings settings,
      Capabilities capabilities,
      Training training,
      Executor control,
      PluginWatch watch) {
    this.graveyard = new Graveyard(settings.leak(), known::remove);
    this.incubator = new Incubator(settings, capabilities, graveyard, watch);
    this.training = training;
    this.drain = new Drain(settings.drain(), control, graveyard);
    this.watch = watch;
    this.current = new AtomicReference<>(none("The plugins are not loaded yet; try again soon."));
  }

  private static RoutingTable none(String reason) {
    var model = TrainedModel.unavailable(List.of(), reason);
    model.claim();
    return new RoutingTable(List.of(), model);
  }

  /** See {@link dev.hotdesk.routing.Plugins#lease}. Any thread. */
  Lease lease() {
    while (true) {
      var lease = current.get().tryLease();
      if (lease.isPresent()) {
        return lease.get();
      }
      Thread.onSpinWait();
    }
  }

  /** All generations of which something is left. Any thread. */
  List<PluginStatus> statuses() {
    return known.stream().map(Generation::status).toList();
  }

  Graveyard graveyard() {
    return graveyard;
  }

  Drain drain() {
    return drain;
  }

  List<Generation> serving() {
    return current.get().generations();
  }

  List<Generation> known() {
    return known;
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
      if (unused.state() == GenerationState.PROBED) {
        unused.enter(GenerationState.REJECTED);
        unused.retire(graveyard);
      }
    }
    selection.serve(serving().stream().map(Generation::drop).toList());
  }

  private Optional<Rejection> attempt(
      Map<String, Drop.Ready> wanted, Map<Drop.Ready, Generation> hatched, long began) {
    var old = current.get();
    var next = new ArrayList<Generation>();
    for (var drop : wanted.values()) {
      var running =
          old.generations().stream()
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
      next.forEach(each -> each.movedTo(wanted.getOrDefault(each.jar().id(), each.drop())));
      return Optional.empty();
    }
    TrainedModel model;
    try {
      model = training.on(next, old.model());
    } catch (KnowledgeException e) {
      var guilty = blame(e, next, old);
      if (guilty.isPresent()) {
        return guilty;
      }
      model = TrainedModel.unavailable(List.of(), String.valueOf(e.getMessage()));
    }
    next.forEach(each -> each.movedTo(wanted.getOrDefault(each.jar().id(), each.drop())));
    publish(new RoutingTable(next, model), Duration.ofNanos(System.nanoTime() - began));
    return Optional.empty();
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
      KnowledgeException fault, List<Generation> next, RoutingTable old) {
    var newcomers = new ArrayList<>(next);
    newcomers.removeAll(old.generations());
    return (newcomers.isEmpty() ? next : newcomers)
        .stream()
            .filter(each -> each.jar().id().equals(fault.plugin()))
            .findFirst()
            .or(() -> newcomers.stream().max(Comparator.comparing(each -> each.drop().modified())))
            .map(
                each -> new Rejection(each.drop(), each.drop().file() + ": " + fault.getMessage()));
  }

  private void publish(RoutingTable next, Duration took) {
    next.generations().forEach(Generation::claim);
    next.model().claim();
    long begun = System.nanoTime();
    var old = current.getAndSet(next);
    drain.begin(old);
    var swap = Duration.ofNanos(System.nanoTime() - begun);
    for (var generation : next.generations()) {
      if (generation.state() != GenerationState.LIVE) {
        generation.enter(GenerationState.LIVE);
      }
    }
    for (var generation : old.generations()) {
      if (!next.generations().contains(generation)) {
        generation.enter(GenerationState.DRAINING);
      }
    }
    watch.switched(next.generations().size(), took, swap);
  }

  /** Serves nothing any more. */
  void shut() {
    publish(new RoutingTable(List.of(), none("Hotdesk is shutting down.").model()), Duration.ZERO);
  }

  private record Rejection(Drop.Ready drop, String reason) {}
}
