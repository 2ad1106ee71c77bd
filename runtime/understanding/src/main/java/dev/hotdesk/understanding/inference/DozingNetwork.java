package dev.hotdesk.understanding.inference;

import dev.hotdesk.routing.ModelUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network that lets go of its memory while nobody asks it anything, and is loaded again at the
 * next question; those who ask meanwhile wait for the same loading. A question that is being
 * answered is never cut off.
 */
public final class DozingNetwork implements AutoCloseable {

  private final String plugin;
  private final Supplier<Network> loader;
  private final Duration idle;
  private final Sleepers sleepers;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile @Nullable Network awake;
  private volatile long used;
  private boolean isClosed;

  /**
   * A network that is awake.
   *
   * @param plugin whose it is
   * @param loader loads it; throws {@link ModelUnavailableException} if that is not possible
   * @param idle how long nobody asks before it dozes off
   * @param sleepers see to it that it does
   */
  public DozingNetwork(String plugin, Supplier<Network> loader, Duration idle, Sleepers sleepers) {
    this.plugin = plugin;
    this.loader = loader;
    this.idle = idle;
    this.sleepers = sleepers;
    this.awake = loader.get();
    this.used = sleepers.nanos();
    sleepers.add(this);
  }

  /** Runs one row of numbers through the network. */
  public float[] run(float[] features) {
    while (true) {
      var known = awake;
      var network = known == null ? wake() : known;
      used = sleepers.nanos();
      try {
        return network.run(features);
      } catch (ModelUnavailableException e) {
        if (network == awake) {
          throw e;
        }
        // It dozed off between the two lines above.
      }
    }
  }

  private Network wake() {
    changing.lock();
    try {
      if (isClosed) {
        throw new ModelUnavailableException("A network of " + plugin + " has been closed");
      }
      var known = awake;
      if (known != null) {
        return known;
      }
      long began = sleepers.nanos();
      var network = loader.get();
      awake = network;
      sleepers.woke(plugin, Duration.ofNanos(sleepers.nanos() - began));
      return network;
    } finally {
      changing.unlock();
    }
  }

  /** Lets go of the memory if nobody has asked for long. */
  void doze() {
    if (sleepers.nanos() - used >= idle.toNanos()) {
      drop(false);
    }
  }

  boolean isAwake() {
    return awake != null;
  }

  private void drop(boolean forGood) {
    changing.lock();
    try {
      isClosed |= forGood;
      var network = awake;
      awake = null;
      if (network != null) {
        network.close();
      }
    } finally {
      changing.unlock();
    }
  }

  /** Lets go of it for good; closing twice is closing once. */
  @Override
  public void close() {
    sleepers.remove(this);
    drop(true);
  }
}
