package dev.hotdesk.server.watch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * What health is made of. Anybody may ask, so each says its name and up or down, and no more; the
 * log and the admin console say why.
 *
 * <p>Started: may be asked the other two. Ready: customers may be sent here. Live: need not be
 * restarted; so it must not depend on anything that a restart would not mend.
 */
@ApplicationScoped
public class Checks {

  @Resource(lookup = "jdbc/hotdesk")
  @SuppressWarnings("NullAway.Init") // the container does
  DataSource database;

  @Inject Instance<House> houses;

  @Produces
  @Readiness
  HealthCheck database() {
    return () -> said("database", answers());
  }

  @Produces
  @Startup
  @Readiness
  HealthCheck plugins() {
    return check("plugins", House::hasConverged);
  }

  @Produces
  @Readiness
  HealthCheck open() {
    return check("open", House::isOpen);
  }

  @Produces
  @Liveness
  HealthCheck journal() {
    return check("journal", House::isJournalAlive);
  }

  @Produces
  @Liveness
  HealthCheck threads() {
    var threads = ManagementFactory.getThreadMXBean();
    return () -> said("threads", threads.findDeadlockedThreads() == null);
  }

  private HealthCheck check(String name, Predicate<House> holds) {
    return () -> said(name, house().filter(holds).isPresent());
  }

  private Optional<House> house() {
    return houses.isResolvable() ? Optional.of(houses.get()) : Optional.empty();
  }

  private boolean answers() {
    try (var connection = database.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException _) {
      return false;
    }
  }

  private static HealthCheckResponse said(String name, boolean up) {
    return HealthCheckResponse.named(name).status(up).build();
  }
}
