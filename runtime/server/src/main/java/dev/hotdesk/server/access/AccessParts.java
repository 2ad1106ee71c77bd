package dev.hotdesk.server.access;

import dev.hotdesk.server.lookup.Lookups;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of this package together, and looks after the first accounts at the start. */
@ApplicationScoped
public class AccessParts {

  private static final Logger LOG = LoggerFactory.getLogger(AccessParts.class);
  private static final Clock CLOCK = Clock.systemUTC();

  @Resource(lookup = "jdbc/hotdesk")
  @SuppressWarnings("NullAway.Init") // the container does
  DataSource database;

  @Inject
  @ConfigProperty(name = "hotdesk.profile")
  Optional<String> profile; // an empty variable is no fault, so none has a default here

  @Inject
  @ConfigProperty(name = "hotdesk.admin.password")
  Optional<String> adminPassword;

  @Inject
  @ConfigProperty(name = "hotdesk.metrics.token")
  Optional<String> metricsToken;

  @Inject
  @ConfigProperty(name = "hotdesk.data")
  Optional<String> data;

  /** After the database was migrated, before anybody is served. */
  void start(@Observes @Priority(2000) Startup starting, Accounts accounts, Audit audit) {
    var settings =
        new FirstAccounts.Settings(
            profile.orElse("production"),
            adminPassword,
            metricsToken,
            Path.of(data.orElse("data")));
    try {
      new FirstAccounts(accounts, audit, settings).prepare();
    } catch (UnsafeStartException e) {
      LOG.error("{}", e.getMessage());
      throw e;
    }
  }

  @Produces
  @Singleton
  Passwords passwords(Pbkdf2PasswordHash hash) {
    return new Passwords(hash);
  }

  @Produces
  @Singleton
  Accounts accounts(Passwords passwords, Lookups lookups) {
    return new Accounts(database, passwords, CLOCK, () -> lookups.changed(Lookups.STAFF));
  }

  @Produces
  @Singleton
  LoginSessions sessions() {
    return new LoginSessions(database, CLOCK);
  }

  @Produces
  @Singleton
  ApiTokens apiTokens() {
    return new ApiTokens(database, CLOCK);
  }

  @Produces
  @Singleton
  Audit audit() {
    return new Audit(database, CLOCK);
  }

  @Produces
  @Singleton
  Logins logins(Accounts accounts, Passwords passwords, LoginSessions sessions, Audit audit) {
    return new Logins(accounts, passwords, sessions, audit, CLOCK);
  }

  @Produces
  @Singleton
  MetricsToken metricsToken() {
    return new MetricsToken(metricsToken);
  }
}
