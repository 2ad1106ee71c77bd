package dev.hotdesk.server.assembly;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.LeftQuestions;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.cluster.Here;
import dev.hotdesk.server.lookup.Lookups;
import dev.hotdesk.server.node.Nodes;
import dev.hotdesk.server.notice.Notices;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.stream.Admission;
import dev.hotdesk.server.stream.Drain;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.watch.Crews;
import dev.hotdesk.server.workspace.Room;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts this server among the others. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class ClusterAssembly {

  /** As long as the database takes something for lively, and no clock is that wrong. */
  private static final Duration LIVELY = Duration.ofMinutes(10);

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

  @Inject Crews crews;

  @Produces
  @Singleton
  Cluster cluster(Settings settings) {
    if (canBeShared()) {
      return Cluster.on(database, settings.node(), settings.redis(), redisTimeout());
    }
    if (settings.redis().isPresent()) {
      throw new IllegalArgumentException(
          "hotdesk.redis: of use to several servers on one PostgreSQL, but the database is the"
              + " embedded one; set HOTDESK_DB_URL, or unset hotdesk.redis");
    }
    return Cluster.alone();
  }

  private static Duration redisTimeout() {
    var timeout =
        ConfigProvider.getConfig()
            .getOptionalValue("hotdesk.redis.timeout", Duration.class)
            .orElse(Duration.ofSeconds(2));
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0
        || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "hotdesk.redis.timeout: wanted PT1S to PT1M, found " + timeout);
    }
    return timeout;
  }

  /** The embedded database lets nobody else in. */
  private boolean canBeShared() {
    try (var connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer: " + e.getMessage(), e);
    }
  }

  @Produces
  @Singleton
  Admission admission(Settings settings) {
    return new Admission(settings.admittedPerSecond(), System::nanoTime);
  }

  @Produces
  @Singleton
  Drain drain(
      Settings settings, Heartbeat heartbeat, Admission admission, SessionProcessor processor) {
    return new Drain(
        heartbeat,
        admission,
        crews.timer("drain"),
        crews.crew("drain"),
        settings.drainSpan(),
        processor::busy);
  }

  @Produces
  @Singleton
  Nodes nodes(Settings settings, Drain drain, Cluster cluster) {
    return new Nodes(database, settings.node(), drain, cluster::fault);
  }

  @Produces
  @Singleton
  Notices notices(JpaJournal journal, SessionProcessor processor, Cluster cluster) {
    return new Notices(database, journal, processor, cluster.duty("notices"), Clock.systemUTC());
  }

  @Produces
  @Singleton
  LeftQuestions leftQuestions(JpaJournal journal, SessionProcessor processor, Settings settings) {
    var patience = settings.bounds().agent().multipliedBy(3).plusSeconds(5);
    return new LeftQuestions(journal, processor, patience, System::nanoTime);
  }

  @Produces
  @Singleton
  Here here(Hub hub, Room room, SessionProcessor processor, Lookups lookups, Course course) {
    return new OwnRoom(hub, room, processor, lookups, course, Clock.systemUTC());
  }

  /** What this server knows. */
  private record OwnRoom(
      Hub hub, Room room, SessionProcessor processor, Lookups lookups, Course course, Clock clock)
      implements Here {

    @Override
    public void changed(String name) {
      lookups.forget(name);
    }

    @Override
    public void missed() {
      lookups.forgetAll();
    }

    @Override
    public boolean mayAnswer() {
      return course.stage() == Course.Stage.OPEN;
    }

    @Override
    public CompletionStage<Receipt> answer(String conversation, long epoch, long question) {
      return processor.answer(conversation, epoch, question);
    }

    @Override
    public Set<String> listened() {
      return hub.listened();
    }

    @Override
    public Set<String> laidOut() {
      return room.conversations();
    }

    @Override
    public Set<String> lively() {
      return room.changedSince(clock.instant().minus(LIVELY));
    }

    @Override
    public long known(String conversation) {
      return room.place(conversation);
    }

    @Override
    public void moved(String conversation, long sequence) {
      processor.moved(conversation, sequence);
    }

    @Override
    public void heard(String what, String conversation, String value) {
      hub.heard(what, conversation, value);
    }

    @Override
    public void missing(String login) {
      room.missing(login);
    }

    @Override
    public void moved(Conversation now, List<Logged> entries) {
      processor.moved(now, entries);
    }
  }
}
