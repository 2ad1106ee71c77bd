package dev.hotdesk.generation;

import dev.hotdesk.rollout.DesiredState;
import dev.hotdesk.rollout.DesiredState.Observed;
import dev.hotdesk.rollout.DesiredStateUnavailableException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what happened, and what is the case on this node. Control thread only. */
final class Ledger {

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final ControlThread control;
  private final Chronicle chronicle;
  private final DesiredState store;
  private final List<Generation> known;
  private List<Observed> observed = List.of();
  private boolean isToWrite;

  Ledger(ControlThread control, Chronicle chronicle, DesiredState store, List<Generation> known) {
    this.control = control;
    this.chronicle = chronicle;
    this.store = store;
    this.known = known;
  }

  /** Many changes are written down together: the customers' messages wait for the same disk. */
  void writeSoon() {
    if (!isToWrite) {
      isToWrite = true;
      control.after(SOON, this::write);
    }
  }

  /** Writes it down now. */
  void write() {
    isToWrite = false;
    chronicle.write();
    var now = known.stream().map(Ledger::seen).toList();
    if (now.equals(observed)) {
      return;
    }
    try {
      store.observed(now);
      observed = now;
    } catch (DesiredStateUnavailableException e) {
      LOG.debug("What serves cannot be written down now", e);
    }
  }

  private static Observed seen(Generation generation) {
    var jar = generation.jar();
    var state = generation.state();
    return new Observed(
        jar.id(), jar.version(), jar.sha256(), generation.number(), state.word(), state.note());
  }
}
