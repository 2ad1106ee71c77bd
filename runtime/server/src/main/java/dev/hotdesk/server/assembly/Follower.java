package dev.hotdesk.server.assembly;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.node.Nodes;
import dev.hotdesk.server.replica.Replica;
import dev.hotdesk.server.retention.Retention;
import dev.hotdesk.server.search.Indexer;
import dev.hotdesk.server.search.SearchUnavailableException;
import dev.hotdesk.server.watch.Crews;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log for the search and what is wanted of this server, watches the replica and deletes
 * what is past its time, as long as the server runs.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class Follower {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final int OPENING = 2600;
  private static final int EVERY_MILLIS = 1000;

  /** So many times as long as it worked. */
  private static final int RESTS = 4;

  private static final Duration LONGEST_REST = Duration.ofSeconds(2);
  private static final int LOOK_SECONDS = 2;
  private static final int TIDY_MINUTES = 30;

  @Inject Crews crews;
  @Inject Cluster cluster;
  @Inject Indexer indexer;
  @Inject Optional<Replica> replica;
  @Inject Retention retention;
  @Inject Nodes nodes;

  private volatile Duty duty = () -> false;
  private volatile boolean leaving;
  private boolean failed;

  void open(@Observes @Priority(OPENING) Startup starting) {
    indexer.begin();
    nodes.begin();
    crews
        .timer("nodes")
        .scheduleWithFixedDelay(this::tellAndFollow, 1, LOOK_SECONDS, TimeUnit.SECONDS);
    duty = cluster.duty("indexing");
    crews
        .timer("search")
        .scheduleWithFixedDelay(this::index, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    crews
        .timer("retention")
        .scheduleWithFixedDelay(this::tidy, TIDY_MINUTES, TIDY_MINUTES, TimeUnit.MINUTES);
    replica.ifPresent(
        it ->
            crews
                .timer("replica")
                .scheduleWithFixedDelay(it::look, 0, LOOK_SECONDS, TimeUnit.SECONDS));
  }

  void leave(@Observes Shutdown stopping) {
    leaving = true;
  }

  private void tellAndFollow() {
    try {
      nodes.tick();
    } catch (RuntimeException e) {
      LOG.debug("The other servers do not hear how this one is: {}", e.getMessage());
    }
  }

  private void tidy() {
    try {
      var deleted = retention.sweep();
      if (deleted.getOrDefault("conversations", 0) > 0) {
        LOG.info("Past their time, and deleted: {}", deleted);
      }
    } catch (RuntimeException e) {
      LOG.warn("What is past its time was not all deleted this time: {}", e.getMessage());
    }
  }

  /** Indexes some, and then rests: who searches can wait, and customers cannot. */
  private boolean isMore() throws InterruptedException {
    long begun = System.nanoTime();
    var isMore = indexer.index();
    if (isMore) {
      long took = System.nanoTime() - begun;
      Thread.sleep(Duration.ofNanos(Math.min(RESTS * took, LONGEST_REST.toNanos())));
    }
    return isMore;
  }

  /** A task that throws is never run again, so nothing may escape. */
  private void index() {
    try {
      while (!leaving && duty.isMine() && isMore()) {
        // There may be more.
      }
      failed = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SearchUnavailableException e) {
      if (!failed) {
        LOG.warn("{}; it is tried again every second", e.getMessage());
      }
      failed = true;
    } catch (RuntimeException e) {
      LOG.error("The log could not be indexed further", e);
    }
  }
}
