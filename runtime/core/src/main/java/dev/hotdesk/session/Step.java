package dev.hotdesk.session;

import java.util.List;
import java.util.Optional;

/**
 * What an event changes.
 *
 * @param next the session afterwards
 * @param entries what to append to the log, in order, directly after the session's last sequence
 * @param ask the question to put to the agents once the entries are stored
 */
public record Step(Session next, List<Entry> entries, Optional<Ask> ask) {

  /** Copies the entries. */
  public Step {
    entries = List.copyOf(entries);
  }

  /** Whether the event had a rule. One without changes nothing: late replies are ordinary. */
  public boolean changes() {
    return !entries.isEmpty();
  }

  /**
   * A question for the agents.
   *
   * @param epoch to be given back with the answer
   * @param question what to answer
   */
  public record Ask(long epoch, State.Question question) {}
}
