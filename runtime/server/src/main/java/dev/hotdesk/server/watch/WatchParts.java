package dev.hotdesk.server.watch;

import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.server.access.Audit;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Puts the parts of this package together. */
@ApplicationScoped
public class WatchParts {

  private static final String OWNERLESS = "What is held and nobody owns, or gave back in time";
  private static final List<String> SOCKETS = List.of("customer", "operator");

  @Inject MetricRegistry registry;

  @Inject Crews crews;

  @Produces
  @Singleton
  Meters meters() {
    return new Meters(registry);
  }

  @Produces
  @Singleton
  Traffic traffic(Meters meters) {
    return new Traffic(meters);
  }

  @Produces
  @Singleton
  FunctionMeters functionMeters(Meters meters) {
    return new FunctionMeters(meters);
  }

  @Produces
  @Singleton
  Fares fares() {
    return new Fares(System::nanoTime);
  }

  @Produces
  @Singleton
  OwnFigureMeters ownFigures(Meters meters) {
    return new OwnFigureMeters(meters);
  }

  @Produces
  @Singleton
  PluginTrail pluginTrail(Meters meters, Fares fares, Audit audit, PluginLogs logs) {
    return new PluginTrail(meters, fares, audit, crews.crew("plugin trail"), logs);
  }

  /** The numbers that are asked for when somebody looks. */
  void start(
      @Observes @Priority(3000) Startup starting,
      Meters meters,
      LeakWatch leaks,
      Instance<House> houses) {
    if (!houses.isResolvable()) {
      return;
    }
    var house = houses.get();
    for (var state : House.STATES) {
      meters.show(
          "hotdesk.sessions",
          "Sessions, by who serves",
          () -> house.sessions().getOrDefault(state, 0L),
          "state",
          state);
    }
    for (var whose : SOCKETS) {
      meters.show(
          "hotdesk.sockets",
          "Open sockets",
          () -> house.sockets().getOrDefault(whose, 0L),
          "whose",
          whose);
    }
    meters.show(
        "hotdesk.queue",
        "Customers who wait for an operator",
        () -> house.sessions().getOrDefault("waiting", 0L));
    meters.show(
        "hotdesk.plugin.loaders.alive",
        "Class loaders of retired plugins that are still in memory",
        house::retiredInMemory);
    meters.show(
        "hotdesk.plugin.leaked",
        "Retired generations of plugins that something keeps in memory",
        house::leaked);
    meters.show(
        "hotdesk.sessions.odd",
        "Sessions that stand as none may stand; the admin overview names them",
        () -> house.oddSessions().size());
    meters.show(
        "hotdesk.cluster.degraded",
        "1 while servers look into the database for each other's news because Redis is gone",
        () -> house.clusterFault().isEmpty() ? 0 : 1);
    showHeld(meters, leaks);
    meters.show("hotdesk.lanes", "Conversations at hand", house::lanes);
  }

  private static void showHeld(Meters meters, LeakWatch leaks) {
    meters.show(
        "hotdesk.threads", "Threads, by kind", () -> leaks.count(false), "kind", "platform");
    meters.show("hotdesk.threads", "Threads, by kind", () -> leaks.count(true), "kind", "virtual");
    meters.show("hotdesk.ownerless", OWNERLESS, leaks::ownerlessThreads, "what", "threads");
    for (var what : List.of("sockets", "listeners", "lanes", "timers", "leases")) {
      meters.show("hotdesk.held", "What is held", () -> leaks.held(what), "what", what);
      meters.show("hotdesk.ownerless", OWNERLESS, () -> leaks.ownerless(what), "what", what);
    }
  }
}
