package dev.hotdesk.session;

import java.util.List;

/**
 * What an event changes.
 *
 * @param next the session afterwards; {@link Session#ask} tells what the agents are to answer once
 *     the entries are stored
 * @param entries what to append to the log, in order, directly after the session's last sequence
 */
public record Step(Session next, List<Entry> entries) {

  /** Copies the entries. */
  public Step {
    entries = List.copyOf(entries);
  }

  /** Whether the event had a rule. One without changes nothing: late replies are ordinary. */
  public boolean changes() {
    return !entries.isEmpty();
  }
}
