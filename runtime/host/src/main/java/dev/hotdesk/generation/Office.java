package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.Rollout;
import dev.hotdesk.rollout.Rollout.Stage;
import dev.hotdesk.rollout.RolloutDesk;
import dev.hotdesk.rollout.RolloutRefusedException;
import dev.hotdesk.rollout.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where admins decide about versions. Any thread; each decision is made on the control thread. */
final class Office implements RolloutDesk {

  private static final int PATIENCE_SECONDS = 30;

  private final ControlThread control;
  private final Wishes wishes;
  private final Switchboard switchboard;
  private final Probation probation;
  private final WayBack wayBack;
  private final Selection selection;
  private final RolloutView view;
  private final Chronicle chronicle;
  private final Clock clock;
  private final Runnable look;
  private Decision latest = Decision.NONE;
  private volatile Optional<Rollout> shown = Optional.empty();

  /** What it decides is carried out by the next look. */
  Office(
      ControlThread control,
      Wishes wishes,
      Switchboard switchboard,
      Probation probation,
      WayBack wayBack,
      Selection selection,
      RolloutView view,
      Chronicle chronicle,
      Clock clock,
      Runnable look) {
    this.control = control;
    this.wishes = wishes;
    this.switchboard = switchboard;
    this.probation = probation;
    this.wayBack = wayBack;
    this.selection = selection;
    this.view = view;
    this.chronicle = chronicle;
    this.clock = clock;
    this.look = look;
  }

  /** This is what serves now. Control thread. */
  void saw(Decision decision) {
    latest = decision;
    shown = view.of(latest);
  }

  @Override
  public Optional<Rollout> rollout() {
    return shown;
  }

  private String serving(String plugin) {
    return switchboard.serving(plugin).map(each -> each.jar().version()).orElse("");
  }

  @Override
  public List<Happening> timeline(String plugin) {
    return chronicle.of(plugin);
  }

  @Override
  public void canary(String plugin, int percent, String by) {
    if (percent < 1 || percent > 100) {
      throw new RolloutRefusedException(
          "A share of %d %% was asked for; wanted 1 to 100".formatted(percent));
    }
    attempt(plugin, Probation.stage(percent), percent, "canary", percent + " %", by);
  }

  @Override
  public void shadow(String plugin, String by) {
    attempt(plugin, Stage.SHADOW, 0, "shadow", "", by);
  }

  /** Tries the candidate at this stage, or else a jar that is held. */
  private void attempt(
      String plugin, Stage stage, int percent, String what, String detail, String by) {
    decide(
        () -> {
          if (isTried(plugin)) {
            note(plugin, what, by, detail);
            probation.moveTo(stage, percent, by);
          } else {
            var drop = held(plugin);
            var now = clock.instant();
            boolean isKept = !probation.leadsOn(drop, stage);
            var candidate =
                new Wish.Candidate(Decider.jar(drop), id(now), stage, percent, now, isKept);
            note(plugin, what, by, detail);
            want(plugin, free(plugin, drop).trying(Optional.of(candidate)), by);
          }
        });
  }

  @Override
  public void promote(String plugin, String by) {
    decide(
        () -> {
          if (isTried(plugin)) {
            probation.promote(by);
          } else {
            var drop = held(plugin);
            note(plugin, "promote", by, "");
            want(plugin, free(plugin, drop).serving(Decider.jar(drop)), by);
          }
        });
  }

  @Override
  public void hold(String plugin, String by) {
    decide(
        () -> {
          if (!isTried(plugin)) {
            throw refused(plugin, "no candidate of it is being tried: there is nothing to hold");
          }
          note(plugin, "hold", by, "");
          probation.move(it -> it.at(it.stage(), it.percent(), it.since(), true), by);
        });
  }

  @Override
  public void rollback(String plugin, String by) {
    decide(
        () -> {
          var reason = by + " went back from it.";
          if (isTried(plugin)) {
            probation.back(reason, by, java.util.Map.of());
            return;
          }
          var serving =
              switchboard
                  .serving(plugin)
                  .orElseThrow(() -> refused(plugin, "no version of it serves"));
          if (wayBack.before(serving).isEmpty()) {
            throw refused(plugin, "no version before it is at hand: drop the jar of one");
          }
          wayBack.take(serving, new GenerationState.RolledBack(reason), by);
        });
  }

  @Override
  public void confirm(String plugin, String by) {
    decide(
        () -> {
          var drop = latest.oneWay().get(plugin);
          if (drop == null) {
            throw refused(plugin, "no upgrade of it waits for consent");
          }
          note(plugin, "confirm", by, drop.jar().version());
          want(plugin, wishes.of(plugin).confirming(drop.jar().sha256()), by);
        });
  }

  @Override
  public void enable(String plugin, boolean isEnabled, String by) {
    decide(
        () -> {
          note(plugin, isEnabled ? "enable" : "disable", by, "");
          want(plugin, wishes.of(plugin).enabled(isEnabled), by);
        });
  }

  private boolean isTried(String plugin) {
    return wishes.of(plugin).candidate().isPresent();
  }

  /** The best jar of a plugin that lies in the folder and is held. */
  private Drop.Ready held(String plugin) {
    return selection
        .held(plugin)
        .orElseThrow(
            () -> refused(plugin, "no candidate of it is being tried, and no jar of it is held"));
  }

  private Wish free(String plugin, Drop.Ready drop) {
    return wishes.of(plugin).freeing(drop.jar().sha256());
  }

  private void want(String plugin, Wish wish, String by) {
    wishes.want(wishes.with(plugin, wish), by.isEmpty() ? "somebody" : by);
  }

  private void note(String plugin, String what, String by, String note) {
    chronicle.decided(plugin, serving(plugin), what, by, note);
  }

  private static String id(Instant now) {
    return Long.toString(now.toEpochMilli(), Character.MAX_RADIX);
  }

  private static RolloutRefusedException refused(String plugin, String why) {
    return new RolloutRefusedException("Plugin %s: %s.".formatted(plugin, why));
  }

  private void decide(Runnable decision) {
    var done = new CompletableFuture<Boolean>();
    control.urgently(
        () -> {
          try {
            decision.run();
            shown = view.of(latest);
            done.complete(true);
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    try {
      done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RolloutRefusedException refused
          ? refused
          : new RolloutRefusedException("The decision failed: " + e.getCause());
    } catch (TimeoutException e) {
      throw new RolloutRefusedException(
          "The plugin host is busy or closed, so nothing is decided: try again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RolloutRefusedException("Interrupted; look whether the decision was made.");
    }
    look.run();
  }
}
