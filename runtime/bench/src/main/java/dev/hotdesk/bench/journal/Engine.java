package dev.hotdesk.bench.journal;

import dev.hotdesk.server.store.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A database as the product runs it, with its tables.
 *
 * @param name {@code h2} or {@code postgresql}
 * @param pool its connections
 * @param factory what the journal takes
 * @param end ends what runs beside
 */
public record Engine(String name, DataSource pool, EntityManagerFactory factory, End end)
    implements AutoCloseable {

  private static final int CONNECTIONS = 20;

  /** Ends something. */
  public interface End {
    /** Ends it. */
    void now() throws IOException;
  }

  /** The embedded one, with its file in this folder. */
  public static Engine h2(Path folder) {
    var pool =
        JdbcConnectionPool.create(
            "jdbc:h2:file:"
                + folder.resolve("hotdesk")
                + ";WRITE_DELAY=0;RETENTION_TIME=10000;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                + ";DEFAULT_NULL_ORDERING=HIGH",
            "hotdesk",
            "");
    pool.setMaxConnections(CONNECTIONS);
    return of("h2", pool, pool::dispose);
  }

  /**
   * PostgreSQL as it comes: each commit waits for the disk.
   *
   * @param options what is added to its URL
   */
  public static Engine postgresql(Path folder, String options) throws IOException {
    var server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgresql"))
            // Embedded ones do not wait for the disk, unless they are told to.
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("fsync", "on")
            .start();
    var source = new PGConnectionPoolDataSource();
    source.setUrl(server.getJdbcUrl("postgres", "postgres") + options);
    var pool = JdbcConnectionPool.create(source);
    pool.setMaxConnections(CONNECTIONS);
    return of(
        "postgresql",
        pool,
        () -> {
          pool.dispose();
          server.close();
        });
  }

  private static Engine of(String name, DataSource pool, End end) {
    Schema.migrate(pool);
    var factory =
        Persistence.createEntityManagerFactory(
            "hotdesk", Map.of("jakarta.persistence.nonJtaDataSource", pool));
    return new Engine(name, pool, factory, end);
  }

  @Override
  public void close() throws IOException {
    factory.close();
    end.now();
  }
}
