package dev.hotdesk.bench.site;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A real PostgreSQL of a test's own, with a database for Hotdesk; it can be killed and comes back
 * on the same data at the same port. Used by one thread.
 */
public final class Postgres implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final String USER = "hotdesk";

  private final Path data;
  private final int port;
  private EmbeddedPostgres engine;

  private Postgres(Path data, int port) throws IOException {
    this.data = data;
    this.port = port;
    this.engine = engine();
  }

  /** A fresh one with its files in this folder; it runs when this returns. */
  public static Postgres open(Path folder) throws IOException, SQLException {
    var made = new Postgres(Files.createDirectories(folder), Site.freePort());
    try (var connection = made.engine.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role hotdesk login superuser");
      statement.execute("create database hotdesk owner hotdesk");
    }
    return made;
  }

  private EmbeddedPostgres engine() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setPGStartupWait(START)
        // As PostgreSQL comes; embedded, it would be fast and lose what it has just promised.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "100")
        .start();
  }

  /** At which port it listens. */
  public int port() {
    return port;
  }

  /** Who owns the database; no password is asked for. */
  public String user() {
    return USER;
  }

  /** What a server connects to that reaches it at this port. */
  public static String url(int port) {
    return "jdbc:postgresql://localhost:" + port + "/hotdesk";
  }

  /** Looks into the database itself. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(port), USER, "");
  }

  /** Ends all its processes at once, as {@code kill -9} does. */
  public void kill() throws IOException {
    var main = ProcessHandle.of(pid()).orElseThrow();
    var all = main.descendants().toList();
    main.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    main.onExit().join();
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    engine.close();
  }

  /** Starts it again on the same data, after {@link #kill} or {@link #stop}. */
  public void start() throws IOException {
    engine = engine();
  }

  /** Asks it to end, as an administrator does: whoever is connected is thrown out. */
  public void stop() throws IOException {
    engine.close();
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(data.resolve("postmaster.pid"))) {
      kill();
    }
  }
}
