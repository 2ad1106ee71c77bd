package dev.hotdesk.execution;

import java.time.Duration;

/**
 * How one generation of a plugin fares.
 *
 * @param calls since it went live
 * @param faults among them
 * @param errors faults in which it threw, or gave nothing
 * @param timeouts faults in which it gave no answer in time
 * @param rejected faults in which it was not even called, as it was overloaded or quarantined
 * @param lastFault the latest of them in a sentence, or empty
 * @param busy threads at work
 * @param threads that may work at a time
 * @param queued calls waiting for a thread
 * @param stuck threads that ignore their deadline
 * @param overloaded whether more threads are stuck than can be replaced
 * @param stopped calls that did not answer to being interrupted and were made to end
 * @param zombies threads that could not be made to end, so far
 * @param made threads of its own making
 * @param cpu time it has computed for, on all threads
 * @param allocated bytes, kept or not, on all threads
 * @param quarantine why it is not called any more, or empty
 */
public record PluginHealth(
    long calls,
    long faults,
    long errors,
    long timeouts,
    long rejected,
    String lastFault,
    int busy,
    int threads,
    int queued,
    int stuck,
    boolean overloaded,
    long stopped,
    int zombies,
    int made,
    Duration cpu,
    long allocated,
    String quarantine) {

  /** Of a plugin that was not called yet. */
  public static final PluginHealth NONE =
      new PluginHealth(0, 0, 0, 0, 0, "", 0, 0, 0, 0, false, 0, 0, 0, Duration.ZERO, 0, "");
}
