package dev.hotdesk.execution;

import dev.hotdesk.routing.PluginFaultException.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts how the calls of one generation went. */
final class Tally {

  private final LongAdder calls = new LongAdder();
  private final Map<Kind, LongAdder> faults = new EnumMap<>(Kind.class);
  private final LongAdder stopped = new LongAdder();
  private final AtomicInteger zombies = new AtomicInteger();
  private volatile String lastFault = "";

  /** How things are at this moment. */
  record Standing(
      int busy,
      int threads,
      int queued,
      int stuck,
      boolean isOverloaded,
      int made,
      Consumption consumption,
      String quarantine) {}

  Tally() {
    for (var kind : Kind.values()) {
      faults.put(kind, new LongAdder());
    }
  }

  void called() {
    calls.increment();
  }

  void failed(Kind kind, String message) {
    of(kind).increment();
    lastFault = message;
  }

  void stopped() {
    stopped.increment();
  }

  void zombie(int change) {
    zombies.addAndGet(change);
  }

  void forget() {
    calls.reset();
    faults.values().forEach(LongAdder::reset);
    stopped.reset();
    lastFault = "";
  }

  private LongAdder of(Kind kind) {
    return faults.getOrDefault(kind, calls);
  }

  PluginHealth health(Standing now) {
    return new PluginHealth(
        calls.sum(),
        faults.values().stream().mapToLong(LongAdder::sum).sum(),
        of(Kind.THREW).sum() + of(Kind.RETURNED_NOTHING).sum(),
        of(Kind.TIMED_OUT).sum(),
        of(Kind.OVERLOADED).sum() + of(Kind.CIRCUIT_OPEN).sum(),
        lastFault,
        now.busy,
        now.threads,
        now.queued,
        now.stuck,
        now.isOverloaded,
        stopped.sum(),
        zombies.get(),
        now.made,
        Duration.ofNanos(now.consumption.cpu()),
        now.consumption.bytes(),
        now.quarantine);
  }
}
