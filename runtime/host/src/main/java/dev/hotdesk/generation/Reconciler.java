package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.CrashPoints;
import dev.hotdesk.rollout.Wish;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.verify.RefusedJarException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings what serves to what should serve: loads what is new, trains, saves what is wanted, and
 * switches in one step. Control thread only.
 */
final class Reconciler {

  private final Decider decider;
  private final Wishes wishes;
  private final Selection selection;
  private final Nursery nursery;
  private final Training training;
  private final Switchboard switchboard;

  Reconciler(
      Decider decider,
      Wishes wishes,
      Selection selection,
      Nursery nursery,
      Training training,
      Switchboard switchboard) {
    this.decider = decider;
    this.wishes = wishes;
    this.selection = selection;
    this.nursery = nursery;
    this.training = training;
    this.switchboard = switchboard;
  }

  /** What came of one attempt. */
  private sealed interface Attempt {

    /** What should serve serves. */
    record Done() implements Attempt {}

    /** More is known now, or was decided meanwhile. */
    record Again() implements Attempt {}

    /** A jar proved bad. */
    record Bad(Drop.Ready drop, String reason) implements Attempt {}
  }

  /** Makes what should serve serve, and says what that is; what proves bad is rejected. */
  Decision converge(List<Drop> drops) {
    long began = System.nanoTime();
    var models = new ArrayList<TrainedModel>();
    Decision decision;
    Attempt attempt;
    do {
      decision = decider.decide(drops, wishes.all());
      attempt = attempt(decision, models, began);
      if (attempt instanceof Attempt.Bad(var drop, var reason)) {
        selection.reject(drop, reason);
      }
    } while (!(attempt instanceof Attempt.Done));
    nursery.clear();
    for (var model : models) {
      model.claim();
      model.release(); // Closes it if no table took it.
    }
    selection.serve(
        switchboard.table().stable().generations().stream().map(Generation::drop).toList());
    return decision;
  }

  private Attempt attempt(Decision decision, List<TrainedModel> models, long began) {
    var basis = basis();
    var stable = new ArrayList<Generation>();
    var tried = new ArrayList<Generation>();
    for (var drop : decision.stable().values()) {
      try {
        stable.add(nursery.running(drop));
      } catch (RefusedJarException e) {
        return new Attempt.Bad(drop, e.reason());
      }
    }
    for (var drop : decision.candidates().values()) {
      try {
        tried.add(nursery.running(drop));
      } catch (RefusedJarException e) {
        return new Attempt.Bad(drop, e.reason());
      }
    }
    if (nursery.hasNews() || !basis.equals(basis())) {
      return new Attempt.Again();
    }
    var old = basis.table;
    var arm = tried.isEmpty() ? List.<Generation>of() : inPlace(stable, tried);
    if (isInForce(old, stable, arm, decision)
        && !training.isDue(old.stable().model())
        && !training.isBehind(old)) {
      follow(decision, stable, tried);
      wishes.want(decision.wishes());
      return new Attempt.Done();
    }
    return train(basis, decision, stable, arm, models, began);
  }

  /** From what an attempt starts: while it waits for something, others may change that. */
  private record Basis(RoutingTable table, Set<Generation> standby, Map<String, Wish> wishes) {}

  private Basis basis() {
    return new Basis(
        switchboard.table(), Set.copyOf(switchboard.standby().generations()), wishes.all());
  }

  private Attempt train(
      Basis basis,
      Decision decision,
      List<Generation> stable,
      List<Generation> arm,
      List<TrainedModel> models,
      long began) {
    var old = basis.table;
    CrashPoints.pass("training");
    var serving = model(stable, old, models);
    if (serving.bad.isPresent()) {
      return serving.bad.get();
    }
    var trial = decision.share().map(_ -> model(arm, old, models));
    if (trial.isPresent() && trial.get().bad.isPresent()) {
      return trial.get().bad.get();
    }
    CrashPoints.pass("trained");
    if (!basis.equals(basis())) {
      return new Attempt.Again();
    }
    follow(decision, stable, arm);
    wishes.want(decision.wishes());
    switchboard.put(
        new RoutingTable(
            new Arm(stable, serving.model),
            trial.map(it -> new Trial(new Arm(arm, it.model), decision.share().orElseThrow()))),
        Duration.ofNanos(System.nanoTime() - began));
    return new Attempt.Done();
  }

  private record Trained(TrainedModel model, Optional<Attempt> bad) {}

  private Trained model(List<Generation> generations, RoutingTable old, List<TrainedModel> models) {
    var atHand = new ArrayList<>(switchboard.models());
    atHand.addAll(models);
    try {
      var model = training.on(generations, atHand);
      if (!atHand.contains(model)) {
        models.add(model);
      }
      return new Trained(model, Optional.empty());
    } catch (KnowledgeException e) {
      var none = TrainedModel.unavailable(List.of(), String.valueOf(e.getMessage()));
      return new Trained(none, blame(e, generations, old.generations()));
    }
  }

  private static boolean isInForce(
      RoutingTable table, List<Generation> stable, List<Generation> arm, Decision decision) {
    return new HashSet<>(stable).equals(new HashSet<>(table.stable().generations()))
        && table.trial().map(Trial::share).equals(decision.share())
        && table
            .trial()
            .map(trial -> new HashSet<>(trial.arm().generations()).equals(new HashSet<>(arm)))
            .orElse(true);
  }

  /** The stable arm, with these in place of the generations of their plugins. */
  private static List<Generation> inPlace(List<Generation> stable, List<Generation> tried) {
    var byPlugin =
        tried.stream().collect(Collectors.toMap(each -> each.jar().id(), Function.identity()));
    return stable.stream().map(each -> byPlugin.getOrDefault(each.jar().id(), each)).toList();
  }

  /** The same bytes may lie in the folder as another file by now. */
  private static void follow(
      Decision decision, Collection<Generation> stable, Collection<Generation> tried) {
    stable.forEach(
        each -> each.movedTo(decision.stable().getOrDefault(each.jar().id(), each.drop())));
    tried.stream()
        .filter(each -> !stable.contains(each))
        .forEach(
            each -> each.movedTo(decision.candidates().getOrDefault(each.jar().id(), each.drop())));
  }

  /** Among what is new, if anything is: the plugin that is named, or else what was dropped last. */
  private static Optional<Attempt> blame(
      KnowledgeException fault, List<Generation> next, Collection<Generation> old) {
    var newcomers = new ArrayList<>(next);
    newcomers.removeAll(old);
    return (newcomers.isEmpty() ? next : newcomers)
        .stream()
            .filter(each -> each.jar().id().equals(fault.plugin()))
            .findFirst()
            .or(() -> newcomers.stream().max(Comparator.comparing(each -> each.drop().modified())))
            .map(
                each ->
                    new Attempt.Bad(each.drop(), each.drop().file() + ": " + fault.getMessage()));
  }
}
