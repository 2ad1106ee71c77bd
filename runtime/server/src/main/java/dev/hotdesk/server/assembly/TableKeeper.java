package dev.hotdesk.server.assembly;

import dev.hotdesk.server.store.Schema;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import javax.sql.DataSource;

/** Brings the tables up to date before anybody asks them anything. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container does
public class TableKeeper {

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

  void migrate(@Observes @Priority(1000) Startup starting) {
    Schema.migrate(database);
  }
}
