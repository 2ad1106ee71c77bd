package dev.hotdesk.server.store;

import dev.hotdesk.conversation.JournalUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Copies the embedded database into a zip while it is in use. The copy is of one moment: every
 * commit before it is in, none after.
 */
public final class Backup {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'hotdesk-'yyyyMMdd-HHmmss'.zip'").withZone(ZoneOffset.UTC);

  private final DataSource database;
  private final Path folder;
  private final Clock clock;

  /**
   * Backs this database up.
   *
   * @param folder where the copies are kept; made if need be
   */
  public Backup(DataSource database, Path folder, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes a copy and tells where; nothing if the database is not the embedded one.
   *
   * @throws JournalUnavailableException if it cannot be written
   */
  public Optional<Path> write() {
    var file = folder.resolve(NAME.format(clock.instant())).toAbsolutePath();
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
        return Optional.empty();
      }
      Files.createDirectories(folder);
      statement.execute("BACKUP TO '" + file.toString().replace("'", "''") + "'");
      return Optional.of(file);
    } catch (SQLException | IOException e) {
      throw new JournalUnavailableException("No back-up was written to " + file, e);
    }
  }
}
