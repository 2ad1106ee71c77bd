package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Signals;
import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.server.store.Places;
import dev.hotdesk.server.stream.Relay;
import dev.hotdesk.server.workspace.Seats;
import dev.hotdesk.session.Ask;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that may have others beside it. */
final class Member extends Cluster {

  private static final Logger LOG = LoggerFactory.getLogger(Member.class);
  private static final long TICK = Duration.ofSeconds(2).toMillis();
  private static final long QUICK = Duration.ofSeconds(1).toMillis();
  private static final Duration PATIENCE = Duration.ofSeconds(3L * Leases.SECONDS);

  private final String node;
  private final String holder = anew();
  private final Optional<RedisLine> line;
  private final Places places;
  private final Membership membership;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final DataSource database;
  private volatile @Nullable Exchange exchange;
  private volatile Seats seats = Seats.HERE_ONLY;

  Member(DataSource database, String node, Optional<URI> redis, Duration timeout) {
    this.database = database;
    this.node = node;
    this.line = redis.map(address -> new RedisLine(address, timeout));
    this.places = new Places(database);
    this.membership = new Membership(new Leases(database, node, holder), node, System::nanoTime);
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
  public boolean offer(String conversation, Ask ask) {
    var open = exchange;
    return open != null && open.offer(conversation, ask);
  }

  @Override
  public String node() {
    return node;
  }

  @Override
  public String secret(String name, String proposal) {
    var sql = new Sql(database, ClusterUnavailableException::new);
    sql.insert("insert into cluster_secret (name, secret) values (?, ?)", name, proposal);
    return sql.query(
            "select secret from cluster_secret where name = ?", row -> row.getString(1), name)
        .getFirst();
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
  public Signals signals(Signals listeners) {
    return new Signals() {
      @Override
      public void committed(Conversation now, List<Logged> entries) {
        listeners.committed(now, entries);
        var open = exchange;
        if (open != null && mayWrite()) {
          open.moved(now);
          open.publish(now, entries);
        }
      }

      @Override
      public void caughtUp(Conversation now, List<Logged> entries) {
        listeners.caughtUp(now, entries);
        var open = exchange;
        if (open != null) {
          open.moved(now);
        }
      }
    };
  }

  @Override
  public void open(Executor executor, Here here) {
    var table = new SqlSeats(database, node, executor);
    seats = table;
    var opened =
        new Exchange(
            membership,
            new Reconciliation(places, here),
            line,
            node,
            holder,
            table,
            here,
            executor);
    exchange = opened;
    membership.whenCome(_ -> opened.lookThoroughly());
    membership.whenGone(gone -> executor.execute(() -> clearSeats(gone, table, here)));
    executor.execute(
        () ->
            repeat(
                "leases",
                TICK,
                () -> {
                  opened.check();
                  membership.tick();
                }));
    executor.execute(() -> repeat("news", QUICK, opened::look));
    if (line.isPresent()) {
      executor.execute(() -> repeat("Redis", QUICK, opened::listen));
      executor.execute(() -> repeat("questions", QUICK, opened::serve));
    }
  }

  /** Who sat there may come to another server; if not, they have left. */
  private static void clearSeats(String gone, SqlSeats seats, Here here) {
    try {
      seats.of(gone).forEach(here::missing);
      seats.clear(gone);
    } catch (ClusterUnavailableException e) {
      LOG.warn("Nobody knows who sat at {}: {}", gone, e.getMessage());
    }
  }

  @Override
  public Seats seats() {
    return seats;
  }

  @Override
  public Relay relay() {
    return (what, conversation, value) -> {
      var open = exchange;
      if (open != null) {
        open.pass(what, conversation, value);
      }
    };
  }

  @Override
  public void tell(String name) {
    var open = exchange;
    if (open != null) {
      open.tell(name);
    }
  }

  @Override
  public String fault() {
    return line.filter(it -> !it.isUp()).map(it -> "Redis: " + it.fault()).orElse("");
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
  public void rejoin() {
    membership.rejoin();
  }

  @Override
  public void close() {
    closing.countDown();
    var open = exchange;
    if (open != null) {
      open.close();
    }
    try {
      membership.leave();
    } catch (ClusterUnavailableException e) {
      LOG.warn("The others find out by themselves that this server is gone: {}", e.getMessage());
    }
    line.ifPresent(RedisLine::close);
  }
}
