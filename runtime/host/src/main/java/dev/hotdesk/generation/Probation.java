package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.CrashPoints;
import dev.hotdesk.rollout.Rollout;
import dev.hotdesk.rollout.Rollout.Stage;
import dev.hotdesk.rollout.RolloutPlan;
import dev.hotdesk.rollout.Share;
import dev.hotdesk.rollout.Tally.Counts;
import dev.hotdesk.rollout.Verdict;
import dev.hotdesk.rollout.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The rollout under way: takes its candidates from stage to stage, and back once they prove worse
 * than what serves. What it decides is saved as wanted; the next look carries it out. Control
 * thread only.
 */
final class Probation {

  private final Wishes wishes;
  private final Switchboard switchboard;
  private final Plans plans;
  private final Withdrawal withdrawal;
  private final Chronicle chronicle;
  private final Clock clock;
  private final Fares fares = new Fares();
  private final Comparisons comparisons = new Comparisons();
  private String rollout = "";

  Probation(
      Wishes wishes,
      Switchboard switchboard,
      Plans plans,
      Withdrawal withdrawal,
      Chronicle chronicle,
      Clock clock) {
    this.wishes = wishes;
    this.switchboard = switchboard;
    this.plans = plans;
    this.withdrawal = withdrawal;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  Comparisons comparisons() {
    return comparisons;
  }

  /** The members' wishes of the rollout under way, by plugin. */
  Map<String, Wish> members() {
    var members = new TreeMap<String, Wish>();
    wishes
        .all()
        .forEach(
            (plugin, wish) -> {
              if (wish.candidate().isPresent()) {
                members.put(plugin, wish);
              }
            });
    return members;
  }

  /**
   * Looks how the candidates fare, and whether it is time to go on. Whether it changed anything.
   */
  boolean look() {
    var trial = switchboard.table().trial();
    if (trial.isEmpty()) {
      rollout = "";
      comparisons.clear();
    }
    if (trial.isEmpty() || !isUnderWay(trial.get().share())) {
      return false;
    }
    var present = trial.get().share().rollout();
    if (!present.equals(rollout)) {
      fares.clear();
      if (!rollout.isEmpty()) {
        comparisons.clear(); // else some of this rollout are counted already
      }
      rollout = present;
    }
    var fault = fault(trial.get());
    if (fault.isPresent()) {
      back(fault.get(), "", Map.of());
      return true;
    }
    return goOn(trial.get());
  }

  private boolean isUnderWay(Share share) {
    return members().values().stream()
        .flatMap(wish -> wish.candidate().stream())
        .anyMatch(it -> it.rollout().equals(share.rollout()));
  }

  private Optional<String> fault(Trial trial) {
    for (var pair : pairs(trial)) {
      var verdict = new Verdict(plans.of(pair.candidate.drop()).budget());
      var reason =
          verdict.on(
              pair.candidate.tally().counts(),
              pair.candidate.ownThreads(),
              fares.baseline(pair.stable));
      if (reason.isPresent()) {
        return Optional.of(
            "%s %s was taken back: %s"
                .formatted(
                    pair.candidate.jar().id(), pair.candidate.jar().version(), reason.get()));
      }
    }
    return Optional.empty();
  }

  private record Pair(Generation candidate, Generation stable) {}

  private List<Pair> pairs(Trial trial) {
    var stable = switchboard.table().stable();
    var pairs = new ArrayList<Pair>();
    for (var candidate : trial.arm().generations()) {
      stable
          .of(candidate.jar().id())
          .filter(each -> !each.equals(candidate))
          .ifPresent(each -> pairs.add(new Pair(candidate, each)));
    }
    return pairs;
  }

  private boolean goOn(Trial trial) {
    var first = members().values().iterator().next().candidate().orElseThrow();
    if (first.isKept()) {
      return false;
    }
    var left = left(trial, first);
    var until = until(trial, first);
    if (clock.instant().isBefore(until)) {
      return false;
    }
    if (left.isEmpty()) {
      promote("");
    } else {
      var next = left.getFirst();
      CrashPoints.pass("advancing");
      move(it -> it.at(next.stage(), next.percent(), clock.instant(), false), "");
    }
    return true;
  }

  private List<RolloutPlan.Step> steps(Trial trial) {
    return pairs(trial).stream()
        .findFirst()
        .map(pair -> plans.of(pair.candidate.drop()).steps())
        .orElse(List.of());
  }

  private List<RolloutPlan.Step> left(Trial trial, Wish.Candidate now) {
    return steps(trial).stream().filter(step -> isAfter(step, now)).toList();
  }

  private static boolean isAfter(RolloutPlan.Step step, Wish.Candidate now) {
    int order = step.stage().compareTo(now.stage());
    return order > 0 || (order == 0 && step.percent() > now.percent());
  }

  private Instant until(Trial trial, Wish.Candidate now) {
    return steps(trial).stream()
        .filter(step -> step.stage() == now.stage())
        .findFirst()
        .map(step -> now.since().plus(step.time()))
        .orElse(now.since());
  }

  /**
   * Moves all members to a stage, where they stay until somebody decides unless their plan leads on
   * from there.
   */
  void moveTo(Stage stage, int percent, String by) {
    boolean isPlanned =
        switchboard.table().trial().stream()
            .flatMap(trial -> steps(trial).stream())
            .anyMatch(step -> step.stage() == stage);
    boolean isToStay = !isPlanned && stage != Stage.BAKE;
    move(it -> it.at(stage, percent, clock.instant(), it.isKept() || isToStay), by);
  }

  /** Whether a jar that is tried at this stage goes on from there by itself. */
  boolean leadsOn(Drop.Ready drop, Stage stage) {
    return stage == Stage.BAKE
        || plans.of(drop).steps().stream().anyMatch(step -> step.stage() == stage);
  }

  /** Moves all members on. */
  void move(UnaryOperator<Wish.Candidate> step, String by) {
    wishes.want(changed(wish -> wish.trying(wish.candidate().map(step))), by);
  }

  /** Lets the candidates serve everybody. */
  void promote(String by) {
    CrashPoints.pass("promoting");
    note("promote", by, "");
    wishes.want(changed(wish -> wish.serving(wish.candidate().orElseThrow().jar())), by);
  }

  /**
   * Goes back to what serves, at once, and holds the candidates.
   *
   * @param ends the states to which some of them come; the others are rolled back
   */
  void back(String reason, String by, Map<Generation, GenerationState> ends) {
    CrashPoints.pass("rolling-back");
    note("rollback", by, reason);
    wishes.want(
        changed(
            wish -> {
              var sha256 = wish.candidate().orElseThrow().jar().sha256();
              return wish.holding(sha256, hold(sha256, reason, ends)).trying(Optional.empty());
            }),
        by);
    var all = new HashMap<>(ends);
    switchboard
        .table()
        .trial()
        .ifPresent(
            trial ->
                pairs(trial)
                    .forEach(
                        pair ->
                            all.putIfAbsent(
                                pair.candidate, new GenerationState.RolledBack(reason))));
    withdrawal.of(all);
  }

  private static Wish.Hold hold(
      String sha256, String reason, Map<Generation, GenerationState> ends) {
    boolean ranAway =
        ends.entrySet().stream()
            .anyMatch(
                it ->
                    it.getKey().jar().sha256().equals(sha256)
                        && it.getValue() instanceof GenerationState.Quarantined);
    return new Wish.Hold(ranAway ? Wish.Cause.QUARANTINED : Wish.Cause.ROLLED_BACK, reason);
  }

  private void note(String what, String by, String reason) {
    members()
        .forEach(
            (plugin, wish) ->
                chronicle.decided(
                    plugin, wish.candidate().orElseThrow().jar().version(), what, by, reason));
  }

  private Map<String, Wish> changed(UnaryOperator<Wish> change) {
    var next = new TreeMap<>(wishes.all());
    members().forEach((plugin, wish) -> next.put(plugin, change.apply(wish)));
    return next;
  }

  /** The rollout as people see it. */
  Optional<Rollout> shown() {
    var members = members();
    var trial = switchboard.table().trial();
    if (members.isEmpty() || trial.isEmpty()) {
      return Optional.empty();
    }
    var first = members.values().iterator().next().candidate().orElseThrow();
    var candidate = Counts.NONE;
    var stable = Counts.NONE;
    for (var pair : pairs(trial.get())) {
      candidate = candidate.and(pair.candidate.tally().counts());
      stable = stable.and(fares.since(pair.stable));
    }
    return Optional.of(
        new Rollout(
            first.rollout(),
            members.entrySet().stream().map(Probation::member).toList(),
            first.stage(),
            first.percent(),
            first.since(),
            first.isKept() ? "" : until(trial.get(), first).toString(),
            Fares.shown(candidate, comparisons.count()),
            Fares.shown(stable, Comparisons.Count.NONE),
            first.isKept() ? "An admin keeps it here." : ""));
  }

  private static Rollout.Member member(Map.Entry<String, Wish> entry) {
    var wish = entry.getValue();
    return new Rollout.Member(
        entry.getKey(),
        wish.stable().map(Wish.Jar::version).orElse(""),
        wish.candidate().orElseThrow().jar().version());
  }

  /** At which stage what is wanted says a rollout of this share is. */
  static Stage stage(int percent) {
    return percent >= 100 ? Stage.BAKE : Stage.CANARY;
  }
}
