package dev.hotdesk.server;

import dev.hotdesk.server.store.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL with Hotdesk's tables, for as long as a test class runs. */
public final class Postgres implements BeforeAllCallback, AfterAllCallback {

  private @Nullable EmbeddedPostgres server;

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    server = EmbeddedPostgres.start();
    Schema.migrate(database());
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    if (server != null) {
      server.close();
    }
  }

  /** Where the tables are; what tests left there is still there. */
  public DataSource database() {
    return Objects.requireNonNull(server, "PostgreSQL is not up").getPostgresDatabase();
  }
}
