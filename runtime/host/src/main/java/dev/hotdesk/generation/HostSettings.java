package dev.hotdesk.generation;

import dev.hotdesk.drop.Patience;
import dev.hotdesk.execution.PoolBounds;
import dev.hotdesk.retire.HeapLook;
import dev.hotdesk.verify.JarLimits;
import java.time.Duration;

/**
 * How the plugin host goes about its work.
 *
 * @param jar how big a plugin's jar may be
 * @param pool how much one generation may do at a time
 * @param rescan how often the drop folder is looked at when nothing hints at a change
 * @param patience how long to wait before a dropped file is believed
 * @param start how long a plugin may take to start and to make its extensions
 * @param drain how long closing the host waits for turns under way; and after how long a generation
 *     that still drains is complained about
 * @param leak how long after retirement a generation that is still in memory counts as leaked
 * @param retrain how often training is tried again while the language models are unavailable
 * @param heapLook whether the heap may be looked at to find out why a generation leaks
 */
public record HostSettings(
    JarLimits jar,
    PoolBounds pool,
    Duration rescan,
    Patience patience,
    Duration start,
    Duration drain,
    Duration leak,
    Duration retrain,
    HeapLook heapLook) {

  /** What suits a shop. */
  public static final HostSettings DEFAULT =
      new HostSettings(
          JarLimits.DEFAULT,
          PoolBounds.DEFAULT,
          Duration.ofSeconds(1),
          Patience.DEFAULT,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          HeapLook.OFF);

  /** The same, but for the patience with turns under way and with what stays in memory. */
  public HostSettings withDrainAndLeak(Duration drain, Duration leak) {
    return new HostSettings(jar, pool, rescan, patience, start, drain, leak, retrain, heapLook);
  }

  /** The same, but for the look at the heap. */
  public HostSettings withHeapLook(HeapLook look) {
    return new HostSettings(jar, pool, rescan, patience, start, drain, leak, retrain, look);
  }
}
