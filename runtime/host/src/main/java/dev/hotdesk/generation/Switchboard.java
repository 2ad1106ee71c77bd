package dev.hotdesk.generation;

import dev.hotdesk.rollout.CrashPoints;
import dev.hotdesk.routing.Lease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The routing table in force. A switch is one step for all plugins and all customers; what no lease
 * leads to any more is retired after it, but for the version before, which stands by. Control
 * thread only, but for the leases.
 */
final class Switchboard {

  private final Drain drain;
  private final Standby standby;
  private final PluginWatch watch;
  private final AtomicReference<RoutingTable> current;

  /** Serves nothing yet. */
  Switchboard(Drain drain, Standby standby, PluginWatch watch) {
    this.drain = drain;
    this.standby = standby;
    this.watch = watch;
    this.current = new AtomicReference<>(none("The plugins are not loaded yet; try again soon."));
  }

  private static RoutingTable none(String reason) {
    var model = TrainedModel.unavailable(List.of(), reason);
    model.claim();
    return new RoutingTable(List.of(), model);
  }

  /** See {@link dev.hotdesk.routing.Plugins#lease()}. Any thread. */
  Lease lease() {
    return lease(RoutingTable::tryLease);
  }

  /** See {@link dev.hotdesk.routing.Plugins#lease(String)}. Any thread. */
  Lease lease(String conversation) {
    return lease(table -> table.tryLease(conversation));
  }

  private Lease lease(Function<RoutingTable, Optional<Lease>> way) {
    while (true) {
      var lease = way.apply(current.get());
      if (lease.isPresent()) {
        return lease.get();
      }
      Thread.onSpinWait();
    }
  }

  /** The table in force. Any thread; to serve from it, take a lease. */
  RoutingTable table() {
    return current.get();
  }

  /** What serves everybody of this plugin. */
  Optional<Generation> serving(String plugin) {
    return table().stable().of(plugin);
  }

  Standby standby() {
    return standby;
  }

  /** What is loaded and may serve at once: in either arm, or standing by. */
  List<Generation> atHand() {
    var all = new ArrayList<>(table().generations());
    all.addAll(standby.generations());
    return all;
  }

  /** The models that need no training, the one that serves first. */
  List<TrainedModel> models() {
    var all = new ArrayList<>(table().models());
    standby.model().ifPresent(all::add);
    return all;
  }

  /** Puts a table in force, in one step. */
  void put(RoutingTable next, Duration took) {
    next.generations().forEach(Generation::claim);
    next.models().forEach(TrainedModel::claim);
    CrashPoints.pass("switching");
    long begun = System.nanoTime();
    var old = current.getAndSet(next);
    drain.begin(old);
    var swap = Duration.ofNanos(System.nanoTime() - begun);
    CrashPoints.pass("switched");
    enter(next);
    leave(old, next);
    var before = old.stable().model();
    // One that has learned more is no version to go back from.
    if (before.isAvailable() && next.models().stream().noneMatch(before::hasAgentsOf)) {
      standby.keep(before);
    }
    watch.switched(next.generations().size(), took, swap);
  }

  private void enter(RoutingTable next) {
    for (var generation : next.stable().generations()) {
      enter(generation, new GenerationState.Live());
    }
    next.trial()
        .ifPresent(
            trial -> {
              var state =
                  trial.share().isShadow()
                      ? new GenerationState.Shadow()
                      : new GenerationState.Canary(trial.share().percent());
              trial.arm().generations().stream()
                  .filter(each -> !next.stable().generations().contains(each))
                  .forEach(each -> enter(each, state));
            });
  }

  private void enter(Generation generation, GenerationState state) {
    if (!generation.state().equals(state)) {
      generation.enter(state);
    }
    standby.forget(generation);
  }

  private void leave(RoutingTable old, RoutingTable next) {
    var served = plugins(next);
    for (var generation : old.generations()) {
      if (next.generations().contains(generation) || generation.state().isCondemned()) {
        continue;
      }
      if (generation.state() instanceof GenerationState.Live && isReplaced(generation, next)) {
        standby.keep(generation);
      } else {
        generation.enter(new GenerationState.Draining());
      }
    }
    standby.keepOnly(served);
  }

  /** Whether another jar of its plugin serves: a new generation of the same is no other version. */
  private static boolean isReplaced(Generation generation, RoutingTable next) {
    return next.stable()
        .of(generation.jar().id())
        .filter(other -> !other.jar().sha256().equals(generation.jar().sha256()))
        .isPresent();
  }

  private static Set<String> plugins(RoutingTable table) {
    return table.generations().stream()
        .map(generation -> generation.jar().id())
        .collect(Collectors.toSet());
  }

  /** Serves nothing any more. */
  void shut() {
    put(none("Hotdesk is shutting down."), Duration.ZERO);
    standby.clear();
  }
}
