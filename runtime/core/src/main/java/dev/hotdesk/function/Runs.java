package dev.hotdesk.function;

import dev.hotdesk.api.Invocation;
import dev.hotdesk.api.Outcome;
import dev.hotdesk.api.PluginFunction;
import dev.hotdesk.function.FunctionWatch.End;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.PluginFaultException;
import dev.hotdesk.routing.Policy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a function once, within one lease, and sees to what comes of it. What a plugin says in an
 * exception goes to the dead letter and not to the log: it may be a customer's words.
 */
final class Runs {

  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
  private static final Duration BUSY = Duration.ofSeconds(1);
  private static final Duration ABSENT = Duration.ofSeconds(5);
  private static final int MOST_OF_ERROR = 2_000;

  private final Sides sides;
  private final Deliveries deliveries;
  private final FunctionBounds bounds;
  private final Clock clock;
  private final FunctionWatch watch;

  Runs(
      Sides sides, Deliveries deliveries, FunctionBounds bounds, Clock clock, FunctionWatch watch) {
    this.sides = sides;
    this.deliveries = deliveries;
    this.bounds = bounds;
    this.clock = clock;
    this.watch = watch;
  }

  /**
   * Delivers what this node has claimed.
   *
   * @return how long the function had better be left alone; zero if it took the delivery
   */
  Duration deliver(Delivery delivery) {
    var occasion = delivery.occasion();
    return sides
        .with(
            Bonds.key(occasion.id(), occasion.cause()),
            it ->
                it.name().equals(occasion.function())
                    && it.function().plugin().equals(occasion.plugin()),
            occasion.cause(),
            it -> deliver(delivery, it.function()))
        .orElseGet(() -> putBack(delivery, ABSENT));
  }

  private Duration deliver(Delivery delivery, Plugged<PluginFunction> function) {
    var occasion = delivery.occasion();
    if (delivery.attempt() > function.policy().retries() + 1) {
      fail(
          delivery,
          function.policy(),
          Duration.ZERO,
          "%d runs began and none ended: the server stopped meanwhile, or was stopped by it"
              .formatted(delivery.attempt() - 1),
          End.DEAD,
          System.nanoTime());
      return Duration.ZERO;
    }
    var invocation =
        new Invocation(occasion.key(), delivery.attempt(), occasion.at(), occasion.cause());
    long began = System.nanoTime();
    try {
      var outcome = run(function, invocation);
      if (outcome instanceof Outcome.Later(var pause, var reason)) {
        fail(
            delivery, function.policy(), bounded(pause), function.masked(reason), End.LATER, began);
      } else {
        deliveries.done(delivery);
        tell(occasion, End.DONE, began);
      }
      return Duration.ZERO;
    } catch (PluginFaultException fault) {
      return switch (fault.kind()) {
        case OVERLOADED, CIRCUIT_OPEN -> {
          tell(occasion, End.REFUSED, began);
          yield putBack(delivery, BUSY);
        }
        case THREW, TIMED_OUT, RETURNED_NOTHING -> {
          var pause =
              Backoff.after(
                  function.policy().backoff(),
                  delivery.attempt(),
                  bounds.longest(),
                  ThreadLocalRandom.current().nextDouble());
          fail(delivery, function.policy(), pause, described(fault), End.FAILED, began);
          yield Duration.ZERO;
        }
      };
    }
  }

  /** Runs it, whatever came of it before. */
  Outcome run(Plugged<PluginFunction> function, Invocation invocation) {
    var context = function.context();
    return function.call("run", bounds.deadline(), extension -> extension.run(invocation, context));
  }

  private Duration bounded(Duration pause) {
    if (pause.isNegative()) {
      return Duration.ZERO;
    }
    return pause.compareTo(bounds.longest()) > 0 ? bounds.longest() : pause;
  }

  private void fail(
      Delivery delivery, Policy policy, Duration pause, String error, End end, long began) {
    var occasion = delivery.occasion();
    var why = error.length() > MOST_OF_ERROR ? error.substring(0, MOST_OF_ERROR) : error;
    if (delivery.attempt() > policy.retries()) {
      deliveries.bury(delivery, clock.instant(), why);
      tell(occasion, End.DEAD, began);
      LOG.warn(
          "Function {} of {} failed for good, after {} attempts: the dead letter {} has the reason",
          occasion.function(),
          occasion.plugin(),
          delivery.attempt(),
          delivery.id());
    } else {
      deliveries.again(delivery, clock.instant().plus(pause), why);
      tell(occasion, end, began);
    }
  }

  private Duration putBack(Delivery delivery, Duration pause) {
    deliveries.putBack(delivery, clock.instant().plus(pause));
    return pause;
  }

  private static String described(PluginFaultException fault) {
    return String.valueOf(fault.getMessage());
  }

  private void tell(Occasion occasion, End end, long began) {
    tell(occasion.plugin(), occasion.function(), end, began);
  }

  void tell(String plugin, String function, End end, long began) {
    watch.ran(plugin, function, end, Duration.ofNanos(System.nanoTime() - began));
  }
}
