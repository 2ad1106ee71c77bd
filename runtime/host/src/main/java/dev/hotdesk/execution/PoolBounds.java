package dev.hotdesk.execution;

/**
 * How much one generation of a plugin may do at a time.
 *
 * @param threads calls at a time
 * @param queue calls waiting for a thread
 * @param spares how many threads that ignore their deadline are replaced by new ones
 * @param runaway from where on it is quarantined
 */
public record PoolBounds(int threads, int queue, int spares, RunawayBounds runaway) {

  /** Sixteen threads, sixty-four in the queue, sixteen spares. */
  public static final PoolBounds DEFAULT = new PoolBounds(16, 64, 16);

  /** Bounds with {@link RunawayBounds#DEFAULT}. */
  public PoolBounds(int threads, int queue, int spares) {
    this(threads, queue, spares, RunawayBounds.DEFAULT);
  }

  /** Checks that there is at least one thread and one place in the queue. */
  public PoolBounds {
    if (threads < 1 || queue < 1 || spares < 0) {
      throw new IllegalArgumentException(
          "Not the bounds of a pool: %d threads, queue of %d, %d spares (wanted at least 1, 1, 0)"
              .formatted(threads, queue, spares));
    }
  }
}
