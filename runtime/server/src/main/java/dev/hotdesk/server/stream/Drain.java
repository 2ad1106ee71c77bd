package dev.hotdesk.server.stream;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the server before it is stopped: nobody comes in, those who are here are sent to the
 * other servers some at a time, and what was begun is finished. It may be taken back.
 */
public final class Drain {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
  private static final long BETWEEN = 200;
  private static final int LEAST = 25;
  private static final long RETRY = 200;

  private final Heartbeat heartbeat;
  private final Admission admission;
  private final ScheduledExecutorService timer;
  private final Executor executor;
  private final Duration span;
  private final IntSupplier busy;
  private final List<Runnable> whenBegun = new CopyOnWriteArrayList<>();
  private final Set<Heartbeat.Beating> told = ConcurrentHashMap.newKeySet();
  private final List<Runnable> whenEnded = new CopyOnWriteArrayList<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicInteger round = new AtomicInteger();
  private volatile boolean done;

  /**
   * Empties it within a time.
   *
   * @param span within what time all connections are told to go
   * @param busy how many conversations have work
   */
  public Drain(
      Heartbeat heartbeat,
      Admission admission,
      ScheduledExecutorService timer,
      Executor executor,
      Duration span,
      IntSupplier busy) {
    this.heartbeat = heartbeat;
    this.admission = admission;
    this.timer = timer;
    this.executor = executor;
    this.span = span;
    this.busy = busy;
  }

  /**
   * How far it is.
   *
   * @param state {@code open}, {@code draining} or {@code drained}
   * @param connections how many are open
   * @param busy how many conversations have work
   */
  public record Progress(String state, int connections, int busy) {}

  /** Is told when it begins, before anybody is sent away. */
  public void whenBegun(Runnable listener) {
    whenBegun.add(listener);
  }

  /** Is told when it is taken back, before anybody is let in. */
  public void whenEnded(Runnable listener) {
    whenEnded.add(listener);
  }

  /** Begins, unless it has. */
  public void begin() {
    if (begun.getAndSet(true)) {
      return;
    }
    admission.close();
    tell(whenBegun);
    var all = heartbeat.size();
    LOG.info("The server empties; {} connections are sent to the others", all);
    var most = (int) Math.max(LEAST, Math.ceil(all * (double) BETWEEN / span.toMillis()));
    next(most, round.incrementAndGet());
  }

  /** Takes it back, if it has begun: whoever was not sent away yet stays, and others may come. */
  public void end() {
    if (!begun.get()) {
      return;
    }
    round.incrementAndGet();
    tell(whenEnded);
    told.clear();
    done = false;
    begun.set(false);
    admission.open();
    LOG.info("The server empties no more; {} connections have stayed", heartbeat.size());
  }

  private static void tell(List<Runnable> listeners) {
    for (var listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.warn("The server goes on with it nevertheless: {}", e.toString());
      }
    }
  }

  /** How far it is. */
  public Progress progress() {
    var state = done ? "drained" : begun.get() ? "draining" : "open";
    return new Progress(state, heartbeat.size(), busy.getAsInt());
  }

  private void next(int most, int mine) {
    if (round.get() != mine) {
      return;
    }
    var rest = heartbeat.connections().stream().filter(it -> !told.contains(it)).toList();
    rest.stream()
        .limit(most)
        .forEach(
            connection -> {
              told.add(connection);
              executor.execute(() -> connection.leave(Admission.scattered(RETRY)));
            });
    told.retainAll(heartbeat.connections());
    if (heartbeat.size() == 0 && busy.getAsInt() == 0) {
      done = true;
      LOG.info("The server is empty and may be stopped");
    } else {
      timer.schedule(() -> next(most, mine), BETWEEN, TimeUnit.MILLISECONDS);
    }
  }
}
