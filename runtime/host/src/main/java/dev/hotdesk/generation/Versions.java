package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.drop.DropFolder;
import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.rollout.RolloutDesk;
import dev.hotdesk.rollout.Wish;
import dev.hotdesk.routing.IntentTrainer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which versions of the plugins serve, from what lies in the folder and what is wanted. Control
 * thread only, unless it says otherwise.
 */
final class Versions {

  private static final Clock CLOCK = Clock.systemUTC();

  private final DropFolder drops;
  private final ControlThread control;
  private final Switchboard switchboard;
  private final List<Generation> known;
  private final Runnable hint;
  private final Selection selection;
  private final Wishes wishes;
  private final Nursery nursery;
  private final Contest contest;
  private final Probation probation;
  private final WayBack wayBack;
  private final Revoked revoked;
  private final Withdrawal withdrawal;
  private final Reconciler reconciler;
  private final Ledger ledger;
  private final Reserve reserve;
  private final Office office;
  private final DropReport report;
  private final AtomicBoolean isAlarmed = new AtomicBoolean();

  /**
   * Nothing serves yet.
   *
   * @param known the generations of which something is left; it adds those that it makes
   * @param hint makes the host look again soon
   */
  Versions(
      Path folder,
      DropFolder drops,
      RolloutSettings settings,
      ControlThread control,
      Switchboard switchboard,
      Graveyard graveyard,
      Incubator incubator,
      IntentTrainer trainer,
      HostSettings host,
      List<Generation> known,
      Chronicle chronicle,
      Revoked revoked,
      Runnable hint) {
    this.drops = drops;
    this.control = control;
    this.switchboard = switchboard;
    this.known = known;
    this.revoked = revoked;
    this.hint = hint;
    var plans = new Plans(folder, settings.usual(), settings.canary());
    var memories = new Memories();
    this.selection = new Selection(new Partners(plans));
    this.wishes = new Wishes(settings.desired());
    this.withdrawal = new Withdrawal(switchboard);
    this.nursery = new Nursery(incubator, control, switchboard, memories, graveyard, known);
    this.contest = new Contest(switchboard, plans);
    this.probation =
        new Probation(wishes, switchboard, contest, plans, withdrawal, chronicle, CLOCK);
    this.wayBack =
        new WayBack(wishes, selection, switchboard, drops, withdrawal, chronicle, revoked);
    var training = new Training(trainer, host.retrain(), control);
    this.reconciler =
        new Reconciler(
            new Decider(selection, plans, memories, CLOCK),
            wishes,
            selection,
            nursery,
            training,
            switchboard);
    this.reserve = new Reserve(wishes, wayBack, nursery, training, switchboard, graveyard);
    this.office =
        new Office(
            control,
            wishes,
            switchboard,
            probation,
            wayBack,
            selection,
            new RolloutView(probation, contest, switchboard),
            chronicle,
            CLOCK,
            hint);
    this.ledger = new Ledger(control, chronicle, settings.desired(), known);
    this.report = new DropReport(selection, switchboard);
  }

  /** Where admins decide. Any thread. */
  RolloutDesk desk() {
    return office;
  }

  /** A candidate that only listens would have answered so. Any thread. */
  void compared(boolean isSame) {
    contest.comparisons().add(isSame);
  }

  /** Makes what should serve serve. */
  Decision follow(List<Drop> drops) {
    if (wishes.load()) {
      wayBack.recall();
    }
    wayBack.dismissRevoked();
    probation.look();
    var before = switchboard.table();
    var decision = reconciler.converge(drops);
    office.saw(decision);
    ledger.writeSoon();
    if (before.equals(switchboard.table())) {
      reserve.fill(); // Only where nothing changed: whoever waits to serve comes first.
    }
    return decision;
  }

  /** Writes down what happened and what serves. */
  void write() {
    ledger.write();
  }

  /** What became of each file. */
  List<DropStatus> report(List<Drop> drops, Decision decision) {
    return report.on(drops, decision.waiting());
  }

  /** The hashes of all jars that may be wanted again; empty while that is not known. */
  Set<String> hashes(List<Drop> drops) {
    if (!wishes.isKnown()) {
      return Set.of();
    }
    var hashes = new HashSet<>(selection.hashes(drops));
    known.forEach(generation -> hashes.add(generation.jar().sha256()));
    for (var wish : wishes.all().values()) {
      Stream.of(wish.stable(), wish.previous(), wish.candidate().map(Wish.Candidate::jar))
          .forEach(jar -> jar.ifPresent(it -> hashes.add(it.sha256())));
    }
    return hashes;
  }

  /** Some call failed: looks soon whether a candidate is to blame. Any thread. */
  void alarm() {
    if (switchboard.table().trial().isPresent() && !isAlarmed.getAndSet(true)) {
      control.urgently(
          () -> {
            isAlarmed.set(false);
            if (probation.look()) {
              hint.run();
            }
          });
    }
  }

  /** It ran away, so it is never called again. Any thread. */
  void quarantine(Generation generation, String reason) {
    control.urgently(() -> isolate(generation, new GenerationState.Quarantined(reason)));
  }

  private void isolate(Generation generation, GenerationState end) {
    var sha256 = generation.jar().sha256();
    var wish = wishes.of(generation.jar().id());
    if (wish.candidate().filter(it -> it.jar().sha256().equals(sha256)).isPresent()) {
      probation.back(generation + " " + end.note(), "", Map.of(generation, end));
    } else if (switchboard.table().stable().generations().contains(generation)) {
      wayBack.take(generation, end, "");
    } else {
      withdrawal.of(Map.of(generation, end));
    }
    hint.run();
  }

  /** Its settings changed: the same jar becomes a new generation. Any thread. */
  void renew(String plugin) {
    control.execute(
        () -> {
          selection.forgive(plugin);
          nursery.renew(plugin);
        });
    hint.run();
  }

  /** It was changed whom the shop trusts. Any thread; takes as long as verifying does. */
  void trustChanged() {
    revoked.look(known);
    control.urgently(wayBack::dismissRevoked);
    control.execute(() -> drops.reconsider(serving()));
    hint.run();
  }

  /** The hashes of what serves everybody: that is nobody's to take away but an admin's. */
  private Set<String> serving() {
    return switchboard.table().stable().generations().stream()
        .map(each -> each.jar().sha256())
        .collect(Collectors.toSet());
  }
}
