package dev.hotdesk.function;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims what is due for plugins and has it delivered, a bounded number for each at a time. */
final class Desks {

  private static final Logger LOG = LoggerFactory.getLogger(Desks.class);

  private final Deliveries deliveries;
  private final Runs runs;
  private final FunctionBounds bounds;
  private final Clock clock;
  private final Executor executor;
  private final String node;
  private final Map<String, Desk> desks = new HashMap<>();

  Desks(
      Deliveries deliveries,
      Runs runs,
      FunctionBounds bounds,
      Clock clock,
      Executor executor,
      String node) {
    this.deliveries = deliveries;
    this.runs = runs;
    this.bounds = bounds;
    this.clock = clock;
    this.executor = executor;
    this.node = node;
  }

  /**
   * Claims as much for a plugin as there is room for. One thread.
   *
   * @param more is told the plugin when there may be more to claim; any thread
   */
  void claim(String plugin, Subscriptions.Known known, Instant now, Consumer<String> more) {
    var desk = desks.computeIfAbsent(plugin, _ -> new Desk());
    int room = desk.room(known.policy());
    var functions = desk.ready(known.functions(), now);
    if (room == 0 || functions.isEmpty()) {
      return;
    }
    var until = now.plus(bounds.deadline()).plus(bounds.margin());
    var claimed = deliveries.claim(plugin, functions, room, now, until, node);
    desk.begin(claimed.size(), claimed.size() == room);
    for (var delivery : claimed) {
      try {
        executor.execute(() -> deliver(desk, delivery, more));
      } catch (RejectedExecutionException e) {
        desk.end(delivery.occasion().function(), Duration.ZERO, now);
        LOG.debug("The house closes; a claimed delivery is left to the next start");
      }
    }
  }

  private void deliver(Desk desk, Delivery delivery, Consumer<String> more) {
    var pause = Duration.ZERO;
    var occasion = delivery.occasion();
    try {
      pause = runs.deliver(delivery);
    } catch (RuntimeException e) {
      // It is claimed still, and tried again when the claim has run out.
      LOG.warn(
          "Delivery {} to {} is in the balance: {}",
          delivery.id(),
          occasion.plugin(),
          e.getClass().getName());
    } finally {
      if (desk.end(occasion.function(), pause, clock.instant())) {
        more.accept(occasion.plugin());
      }
    }
  }
}
