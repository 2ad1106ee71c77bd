package dev.hotdesk.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** A primary PostgreSQL, and a real streaming replica of it. */
public final class StreamingReplica implements AutoCloseable {

  /** What a copy must not have: each server has its own. */
  private static final Set<String> OWN = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

  private final EmbeddedPostgres primary;
  private final EmbeddedPostgres replica;

  private StreamingReplica(EmbeddedPostgres primary, EmbeddedPostgres replica) {
    this.primary = primary;
    this.replica = replica;
  }

  /** Starts both; they lie in this folder. */
  public static StreamingReplica in(Path folder) throws IOException, SQLException {
    var data = folder.resolve("primary");
    var primary =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("wal_level", "replica")
            .setServerConfig("wal_keep_size", "256MB")
            .start();
    try {
      var copy = folder.resolve("replica");
      copy(primary, data, copy);
      return new StreamingReplica(
          primary,
          EmbeddedPostgres.builder()
              .setDataDirectory(copy)
              .setCleanDataDirectory(false)
              .setServerConfig("hot_standby", "on")
              .start());
    } catch (IOException | SQLException | RuntimeException e) {
      primary.close();
      throw e;
    }
  }

  /** What pg_basebackup does, which the binaries for tests lack. */
  private static void copy(EmbeddedPostgres primary, Path data, Path copy)
      throws IOException, SQLException {
    String label;
    try (var connection = primary.getPostgresDatabase().getConnection()) {
      ask(connection, "select pg_backup_start('replica', true)");
      Files.walkFileTree(data, new Copying(data, copy));
      label = ask(connection, "select labelfile from pg_backup_stop(false)");
    }
    Files.writeString(copy.resolve("backup_label"), label);
    Files.writeString(copy.resolve("standby.signal"), "");
    Files.writeString(
        copy.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=" + primary.getPort() + " user=postgres'\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  /** Where is written. */
  public DataSource primary() {
    return primary.getPostgresDatabase();
  }

  /** Where can only be read. */
  public DataSource replica() {
    return replica.getPostgresDatabase();
  }

  /** The replica takes no more over, but can be read. */
  public void pause() throws SQLException {
    onReplica("select pg_wal_replay_pause()");
  }

  /** The end of {@link #pause}. */
  public void resume() throws SQLException {
    onReplica("select pg_wal_replay_resume()");
  }

  private void onReplica(String sql) throws SQLException {
    try (var connection = replica().getConnection()) {
      ask(connection, sql);
    }
  }

  /** The replica is gone for good. */
  public void killReplica() throws IOException {
    replica.close();
  }

  @Override
  public void close() throws IOException {
    replica.close();
    primary.close();
  }

  private static final class Copying extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;

    Copying(Path from, Path to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes its)
        throws IOException {
      Files.createDirectories(to.resolve(from.relativize(folder).toString()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
      var place = from.relativize(file);
      var isOwn = OWN.contains(place.toString()) || place.startsWith("pg_wal");
      if (!isOwn) {
        Files.copy(file, to.resolve(place.toString()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) {
      // A file of a query that has ended meanwhile.
      return FileVisitResult.CONTINUE;
    }
  }
}
