package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.CrashPoints;
import dev.hotdesk.rollout.Rollout.Stage;
import dev.hotdesk.rollout.Share;
import dev.hotdesk.rollout.Wish;
import java.time.Clock;
import java.util.HashMap;
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
  private final Contest contest;

  Probation(
      Wishes wishes,
      Switchboard switchboard,
      Contest contest,
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
    this.contest = contest;
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
    var share = switchboard.table().trial().map(Trial::share);
    contest.about(share);
    if (share.filter(this::isUnderWay).isEmpty()) {
      return false;
    }
    var fault = contest.fault();
    if (fault.isPresent()) {
      back(fault.get(), "", Map.of());
      return true;
    }
    return goOn();
  }

  private boolean isUnderWay(Share share) {
    return members().values().stream()
        .flatMap(wish -> wish.candidate().stream())
        .anyMatch(it -> it.rollout().equals(share.rollout()));
  }

  private boolean goOn() {
    var first = members().values().iterator().next().candidate().orElseThrow();
    if (first.isKept()) {
      return false;
    }
    var course = course();
    if (clock.instant().isBefore(course.until(first))) {
      return false;
    }
    var left = course.after(first);
    if (left.isEmpty()) {
      promote("");
    } else {
      var next = left.get();
      CrashPoints.pass("advancing");
      move(it -> it.at(next.stage(), next.percent(), clock.instant(), false), "");
    }
    return true;
  }

  /**
   * Moves all members to a stage, where they stay until somebody decides unless their plan leads on
   * from there.
   */
  void moveTo(Stage stage, int percent, String by) {
    boolean leadsOn =
        contest.first().map(candidate -> leadsOn(candidate.drop(), stage)).orElse(false);
    move(it -> it.at(stage, percent, clock.instant(), it.isKept() || !leadsOn), by);
  }

  /** Whether a jar that is tried at this stage goes on from there by itself. */
  boolean leadsOn(Drop.Ready drop, Stage stage) {
    return stage == Stage.BAKE || course(drop).has(stage);
  }

  private Course course(Drop.Ready drop) {
    return new Course(plans.of(drop).steps());
  }

  /** The way of the candidates. */
  Course course() {
    return contest.first().map(candidate -> course(candidate.drop())).orElse(Course.NONE);
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
    contest
        .candidates()
        .forEach(each -> all.putIfAbsent(each, new GenerationState.RolledBack(reason)));
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

  /** At which stage what is wanted says a rollout of this share is. */
  static Stage stage(int percent) {
    return percent >= 100 ? Stage.BAKE : Stage.CANARY;
  }
}
