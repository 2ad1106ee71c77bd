package dev.hotdesk.server.assembly;

import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.server.assignment.Advice;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.assignment.AssignerParts;
import dev.hotdesk.server.assignment.StaffingTables;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.watch.Crews;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Makes what gives customers to operators. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class AssignmentAssembly {

  private static final Clock CLOCK = Clock.systemUTC();

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

  @Inject Crews crews;

  @Produces
  @Singleton
  StaffingTables staffingTables() {
    return new StaffingTables(database, CLOCK);
  }

  @Produces
  @Singleton
  Assigner assigner(
      Settings settings,
      StaffingTables tables,
      JpaJournal journal,
      SessionProcessor processor,
      Cluster cluster,
      Hub hub) {
    return new Assigner(
        new AssignerParts(
            tables,
            journal,
            processor,
            hub,
            cluster.duty("assignment"),
            Advice.NONE,
            settings.operatorCapacity(),
            CLOCK,
            crews.crew("assignment"),
            crews.timer("assignment")));
  }
}
