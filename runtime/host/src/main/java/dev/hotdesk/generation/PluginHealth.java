package dev.hotdesk.generation;

/**
 * How one generation of a plugin fares.
 *
 * @param calls since it went live
 * @param faults among them
 * @param lastFault the latest of them in a sentence, or empty
 * @param busy threads at work
 * @param threads that may work at a time
 * @param queued calls waiting for a thread
 * @param stuck threads that ignore their deadline
 * @param overloaded whether more threads are stuck than can be replaced
 */
public record PluginHealth(
    long calls,
    long faults,
    String lastFault,
    int busy,
    int threads,
    int queued,
    int stuck,
    boolean overloaded) {

  static final PluginHealth NONE = new PluginHealth(0, 0, "", 0, 0, 0, 0, false);
}
