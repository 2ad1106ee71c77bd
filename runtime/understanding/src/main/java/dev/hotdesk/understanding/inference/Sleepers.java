package dev.hotdesk.understanding.inference;

import dev.hotdesk.routing.ColdStartWatch;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Looks now and then whether networks may doze off. Its thread ends when it is closed. */
public final class Sleepers implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final LongSupplier nanos;
  private final ColdStartWatch watch;
  private final Set<DozingNetwork> networks = ConcurrentHashMap.newKeySet();
  private final Thread thread;

  /** Looks only once it is started. */
  public Sleepers(LongSupplier nanos, ColdStartWatch watch) {
    this.nanos = nanos;
    this.watch = watch;
    this.thread = Thread.ofVirtual().name("sleepers").unstarted(this::run);
  }

  /** Begins to look by itself. Once. */
  public Sleepers started() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        sweep();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One look at all of them. */
  void sweep() {
    networks.forEach(DozingNetwork::doze);
  }

  long nanos() {
    return nanos.getAsLong();
  }

  void woke(String plugin, Duration time) {
    watch.started(plugin, time);
  }

  void add(DozingNetwork network) {
    networks.add(network);
  }

  void remove(DozingNetwork network) {
    networks.remove(network);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
