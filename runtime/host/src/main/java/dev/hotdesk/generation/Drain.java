package dev.hotdesk.generation;

import dev.hotdesk.rollout.CrashPoints;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routing tables of before, each until its last lease is back; then whatever no other table
 * leads to is retired. Control thread only.
 */
final class Drain {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final Duration patience;
  private final Executor control;
  private final Graveyard graveyard;
  private final Map<RoutingTable, Long> complaints = new ConcurrentHashMap<>();
  private final Set<RoutingTable> late = ConcurrentHashMap.newKeySet();

  Drain(Duration patience, Executor control, Graveyard graveyard) {
    this.patience = patience;
    this.control = control;
    this.graveyard = graveyard;
  }

  /** Lets a table that nobody will lease from now on run dry. */
  void begin(RoutingTable table) {
    complaints.put(table, System.nanoTime() + patience.toNanos());
    table.close(() -> control.execute(() -> end(table)));
  }

  /** Whether no table of before is leased. */
  boolean isDry() {
    return complaints.isEmpty();
  }

  /** How many leases are held on tables of before. Any thread. */
  int leases() {
    return complaints.keySet().stream().mapToInt(RoutingTable::leases).sum();
  }

  /** How many of these have been held for far too long. Any thread. */
  int overdue() {
    return late.stream().mapToInt(RoutingTable::leases).sum();
  }

  /** Complains about leases that are held for far too long. They are waited for all the same. */
  void complain() {
    long now = System.nanoTime();
    complaints.replaceAll(
        (table, due) -> {
          if (now - due < 0) {
            return due;
          }
          late.add(table);
          LOG.warn(
              "{} turns still hold plugins that were replaced {} ago; these stay in memory",
              table.leases(),
              patience);
          return now + patience.toNanos();
        });
  }

  /** Does not wait any longer. */
  void abandon() {
    List.copyOf(complaints.keySet()).forEach(this::end);
  }

  private void end(RoutingTable table) {
    late.remove(table);
    if (complaints.remove(table) == null) {
      return;
    }
    CrashPoints.pass("drained");
    table.generations().forEach(graveyard::release);
    table.models().forEach(TrainedModel::release);
  }
}
