package dev.hotdesk.retire;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether the heap may be looked at to find out what keeps a plugin in memory. The process stands
 * still while the heap is written down, and what is written holds customers' words: it can be read
 * by the owner alone and is deleted at once.
 *
 * @param isAllowed whether at all
 * @param folder where the heap is written for a moment
 * @param biggest no look at more bytes in use than this
 * @param pause no second look before this time is over
 */
public record HeapLook(boolean isAllowed, Path folder, long biggest, Duration pause) {

  /** Never. */
  public static final HeapLook OFF = new HeapLook(false, Path.of(""), 0, Duration.ZERO);

  /** What suits a shop. */
  public static HeapLook in(Path folder) {
    return new HeapLook(true, folder, 512L << 20, Duration.ofMinutes(10));
  }
}
