package dev.hotdesk.server.watch;

import dev.hotdesk.server.lookup.Lookups;
import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.replica.Standing;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;

/** Shows what reading costs: what is kept in memory, and how the replica fares, if there is one. */
@ApplicationScoped
public class ReadingMeters {

  void start(
      @Observes @Priority(3000) Startup starting,
      Meters meters,
      Readings readings,
      Lookups lookups) {
    for (var name : lookups.uses().keySet()) {
      meters.show(
          "hotdesk.lookup.uses",
          "Uses of what is kept in memory",
          () -> use(lookups, name).uses(),
          "name",
          name);
      meters.show(
          "hotdesk.lookup.reads",
          "Reads of it from the database",
          () -> use(lookups, name).reads(),
          "name",
          name);
    }
    if (readings.standing().isEmpty()) {
      return;
    }
    meters.show(
        "hotdesk.replica.following",
        "1 if the replica keeps up and is read",
        () -> readings.standing().orElseThrow() instanceof Standing.Following ? 1 : 0);
    meters.show(
        "hotdesk.replica.lag.seconds",
        "How far the replica is behind; -1 if nobody knows",
        () -> lag(readings.standing().orElseThrow()));
    meters.show("hotdesk.reads", "Reads by where", readings::onReplica, "source", "replica");
    meters.show(
        "hotdesk.reads",
        "Reads by where",
        readings::instead,
        "source",
        "primary_instead_of_replica");
  }

  private static Lookups.Use use(Lookups lookups, String name) {
    return lookups.uses().getOrDefault(name, new Lookups.Use(0, 0));
  }

  private static double lag(Standing standing) {
    return switch (standing) {
      case Standing.Following(var lag) -> lag.toMillis() / 1000.0;
      case Standing.Behind(var lag) -> lag.toMillis() / 1000.0;
      case Standing.Gone _ -> -1;
    };
  }
}
