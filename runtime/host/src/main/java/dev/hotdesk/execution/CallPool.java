package dev.hotdesk.execution;

import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.PluginFaultException.Kind;
import dev.hotdesk.weave.StopOrder;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one generation of a plugin. All code of the plugin runs here, and whatever it does
 * comes back as a value or as a {@link PluginFaultException}.
 *
 * <p>A thread that does not return at its deadline is interrupted, then stopped, and counted as
 * stuck until it is back. Another takes its place, until the spares are used up; then the pool is
 * overloaded until some come back. A plugin that runs away is quarantined: all its threads are
 * stopped, and it is called no more.
 */
public final class CallPool implements PluginCall.Listener, Pursuit.Witness {

  private static final Logger LOG = LoggerFactory.getLogger(CallPool.class);

  private final String name;
  private final ClassLoader loader;
  private final Tally tally = new Tally();
  private final Faults faults;
  private final Crew crew;
  private final StopOrder order;
  private final Lookout lookout;
  private final Retelling retelling;
  private final Consumer<String> whenRunaway;
  private final AtomicReference<String> quarantine = new AtomicReference<>("");

  /**
   * Threads for a plugin, named after it, that see its classes.
   *
   * @param mask blots secrets out of what the plugin says in exceptions
   * @param whenRunaway hears once why it has been quarantined, on the watchman's thread
   */
  public CallPool(
      String plugin,
      String version,
      ClassLoader loader,
      PoolBounds bounds,
      UnaryOperator<String> mask,
      Consumer<String> whenRunaway) {
    this.retelling = new Retelling(mask);
    this.name = plugin + " " + version;
    this.loader = loader;
    this.faults = new Faults(name, tally);
    this.whenRunaway = whenRunaway;
    this.order = PluginThreads.order(loader);
    this.lookout = new Lookout(loader, order, bounds.runaway(), this::quarantine);
    this.crew =
        new Crew(
            new PluginThreads(name, loader, retelling),
            PluginThread.prefix(plugin, version),
            bounds);
    Watchman.watch(lookout);
  }

  /** See {@link dev.hotdesk.routing.Plugged#call}. */
  public <R> R call(String what, Duration wanted, Callable<R> work) {
    var deadline = Debugging.deadline(wanted);
    tally.called();
    if (!quarantine.get().isEmpty()) {
      throw quarantined(what);
    }
    var call = new PluginCall<>(work, loader, order, retelling, this);
    crew.take(call, faults, what);
    try {
      return outcome(call.get(deadline.toNanos(), TimeUnit.NANOSECONDS), what);
    } catch (CancellationException e) {
      throw quarantined(what);
    } catch (TimeoutException e) {
      throw faults.late(what, deadline, abandon(call, deadline));
    } catch (InterruptedException e) {
      abandon(call, deadline);
      Thread.currentThread().interrupt();
      throw faults.interrupted(what, e);
    } catch (ExecutionException e) {
      throw faults.of(Kind.THREW, what, "the runtime failed around it", e.getCause());
    }
  }

  private <R> R outcome(PluginCall.Outcome<R> outcome, String what) {
    return switch (outcome) {
      case PluginCall.Outcome.Gave<R> gave -> gave.value();
      case PluginCall.Outcome.GaveNothing<R> _ ->
          throw faults.of(Kind.RETURNED_NOTHING, what, "it returned null");
      case PluginCall.Outcome.Threw<R> threw ->
          throw faults.of(Kind.THREW, what, threw.description(), threw.what());
      case PluginCall.Outcome.WasStopped<R> stopped ->
          throw !quarantine.get().isEmpty()
              ? quarantined(what)
              : faults.of(Kind.THREW, what, "it was stopped", stopped.by());
    };
  }

  /** Counts a call that is not even tried, because of those before it. */
  public PluginFaultException leftAlone(String what, Duration pause) {
    tally.called();
    return faults.leftAlone(what, pause);
  }

  /** Gives up on a call; false if it had not begun. */
  private boolean abandon(PluginCall<?> call, Duration deadline) {
    if (call.withdraw()) {
      crew.forget(call);
      return false;
    }
    if (call.fallOverdue()) {
      crew.lost();
      call.cancel(true);
      Pursuit.begin(call, order, deadline, lookout, this);
    }
    return true;
  }

  @Override
  public void began(PluginCall<?> call) {
    lookout.began(call);
  }

  @Override
  public void ended(PluginCall<?> call) {
    lookout.ended(call);
    if (call.isOverdue()) {
      crew.cameBack();
    }
    if (call.isStopped()) {
      tally.stopped();
      LOG.warn("Plugin {} was stopped in {}", name, call.stoppedAt());
    }
    if (call.hasSpoiltClass()) {
      Watchman.after(
          Duration.ZERO, () -> quarantine("it was stopped while a class was being initialised"));
    }
  }

  @Override
  public void hadToStop() {
    lookout.hadToStop();
  }

  @Override
  public void gaveUp(boolean isBusy) {
    tally.zombie(1);
    if (isBusy) {
      quarantine("it computes on, where it cannot be stopped");
    }
  }

  @Override
  public void cameBack() {
    tally.zombie(-1);
  }

  /** Stops all threads and calls the plugin no more. Any thread but the plugin's own. */
  public void quarantine(String reason) {
    if (!quarantine.compareAndSet("", reason)) {
      return;
    }
    LOG.warn("Plugin {} is quarantined: {}", name, reason);
    lookout.stopAll();
    for (var call : crew.waiting()) {
      if (call.withdraw()) {
        call.cancel(false);
      }
    }
    whenRunaway.accept(reason);
  }

  private PluginFaultException quarantined(String what) {
    return faults.of(Kind.OVERLOADED, what, "it is quarantined: " + quarantine.get());
  }

  /** How its calls fare. */
  public PluginHealth health() {
    return tally.health(crew.standing(lookout, quarantine.get()));
  }

  /** Begins the count anew, once the plugin is made. */
  public void forgetCalls() {
    tally.forget();
  }

  /** Takes no more calls, and interrupts those that run. */
  public void dismiss() {
    crew.dismiss();
  }

  /** Stops all threads of the plugin, those of its own making too, at whatever they are. */
  public void shutDown() {
    dismiss();
    lookout.shut();
  }
}
