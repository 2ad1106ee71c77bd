package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.server.store.Places;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that may have others beside it. */
final class Member extends Cluster {

  private static final Logger LOG = LoggerFactory.getLogger(Member.class);
  private static final long TICK = Duration.ofSeconds(2).toMillis();
  private static final long QUICK = Duration.ofSeconds(1).toMillis();
  private static final Duration THOROUGH = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(3L * Leases.SECONDS);

  private final String node;
  private final Places places;
  private final Membership membership;
  private final CountDownLatch closing = new CountDownLatch(1);

  Member(DataSource database, String node) {
    this.node = node;
    this.places = new Places(database);
    this.membership = new Membership(new Leases(database, node, anew()), node, System::nanoTime);
  }

  private static String anew() {
    var bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public void join() {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!membership.join()) {
      if (System.nanoTime() - end > 0 || isClosingAfter(500)) {
        throw new IllegalStateException(
            "Another server on this database is alive and called "
                + node
                + "; wanted a name of this one's own: set hotdesk.node");
      }
    }
    membership.tick();
  }

  @Override
  public boolean mayWrite() {
    return !membership.isAlone();
  }

  @Override
  public Duty duty(String work) {
    return membership.duty(work);
  }

  @Override
  public void whenGone(Consumer<String> listener) {
    membership.whenGone(listener);
  }

  @Override
  public Set<String> others() {
    return membership.others();
  }

  @Override
  public void open(Executor executor, Here here) {
    var reconciliation = new Reconciliation(places, here);
    membership.whenCome(_ -> reconciliation.thorough());
    executor.execute(() -> repeat("leases", TICK, membership::tick));
    executor.execute(() -> repeat("news", QUICK, new Rounds(reconciliation)::next));
  }

  /** Whatever goes wrong, it goes wrong again or better the next time. Said once in a row. */
  private void repeat(String what, long pause, Runnable work) {
    var isFailing = false;
    do {
      try {
        work.run();
        if (isFailing) {
          LOG.info("The cluster's {} work again", what);
        }
        isFailing = false;
      } catch (RuntimeException e) {
        if (!isFailing) {
          LOG.warn("The cluster's {} do not work, and are tried again: {}", what, e.getMessage());
        }
        isFailing = true;
      }
    } while (!isClosingAfter(pause));
  }

  private boolean isClosingAfter(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void resign() {
    membership.resign();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      membership.leave();
    } catch (ClusterUnavailableException e) {
      LOG.warn("The others find out by themselves that this server is gone: {}", e.getMessage());
    }
  }

  /** Mostly quick looks, sometimes a thorough one; none while nobody else is there. */
  private final class Rounds {

    private final Reconciliation reconciliation;
    private long thorough = System.nanoTime();

    Rounds(Reconciliation reconciliation) {
      this.reconciliation = reconciliation;
    }

    void next() {
      if (membership.isAlone()) {
        return;
      }
      if (System.nanoTime() - thorough >= THOROUGH.toNanos()) {
        thorough = System.nanoTime();
        reconciliation.thorough();
      } else {
        reconciliation.quick();
      }
    }
  }
}
