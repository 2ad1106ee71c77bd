package dev.hotdesk.server.watch;

import dev.hotdesk.session.State;
import java.util.List;
import java.util.Map;

/**
 * The running house, as those who watch it see it. Implemented where it is put together; every
 * answer is at hand, none waits for anything.
 */
public interface House {

  /** The words for the states that count. */
  List<String> STATES =
      State.WORDS.stream().filter(word -> !word.equals(new State.Closed().word())).toList();

  /** How many sessions there are in each state but {@code closed}, by the state's word. */
  Map<String, Long> sessions();

  /** The sessions that stand as none may stand, as {@code rule conversation}. */
  List<String> oddSessions();

  /** How many sockets are open, by {@code customer} and {@code operator}. */
  Map<String, Long> sockets();

  /** How many conversations have a lane. */
  long lanes();

  /** What its parts hold: sockets, listeners, lanes, leases. */
  List<Holding> holdings();

  /** How many retired generations of plugins are still in memory. */
  long retiredInMemory();

  /** How many of these have leaked. */
  long leaked();

  /** Why the language models do not understand customers; empty if they do. */
  String modelFault();

  /** What makes servers hear late of each other's news; empty for nothing. */
  String clusterFault();

  /** Whether the plugins that lay in the folder at the start serve, or were refused. */
  boolean hasConverged();

  /** Whether it takes customers in: it has started for good, and is not about to stop. */
  boolean isOpen();

  /** Whether the journal still stores what is given to it. */
  boolean isJournalAlive();
}
