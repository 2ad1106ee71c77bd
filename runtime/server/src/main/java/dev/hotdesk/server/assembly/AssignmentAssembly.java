package dev.hotdesk.server.assembly;

import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.routing.QueueAdvisors;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.assignment.AssignerParts;
import dev.hotdesk.server.assignment.PluginAdvice;
import dev.hotdesk.server.assignment.StaffingTables;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.lookup.Lookups;
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

  @Resource(lookup = "jdbc/shop")
  DataSource shop;

  @Inject Crews crews;

  @Produces
  @Singleton
  StaffingTables staffingTables(Lookups lookups) {
    return new StaffingTables(database, CLOCK, () -> lookups.changed(Lookups.STAFFING));
  }

  @Produces
  @Singleton
  PluginAdvice advice(PluginHost plugins, JpaJournal journal) {
    var advisors = new QueueAdvisors(plugins, () -> new LentDatabase(shop), CLOCK);
    return new PluginAdvice(advisors, journal, CLOCK, crews.crew("advice"));
  }

  @Produces
  @Singleton
  Assigner assigner(
      Settings settings,
      StaffingTables tables,
      JpaJournal journal,
      SessionProcessor processor,
      Cluster cluster,
      PluginAdvice advice,
      Hub hub) {
    return new Assigner(
        new AssignerParts(
            tables,
            journal,
            processor,
            hub,
            cluster.duty("assignment"),
            advice,
            settings.operatorCapacity(),
            CLOCK,
            crews.crew("assignment"),
            crews.timer("assignment")));
  }
}
