package dev.hotdesk.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void copies_a_database_in_use_so_that_it_can_be_opened_elsewhere() throws Exception {
    var live = database("live");
    try (var user = live.getConnection();
        var statement = user.createStatement()) {
      statement.execute("create table said(words varchar(20))");
      statement.execute("insert into said values ('before')");
      var zip = new Backup(live, folder.resolve("a'b"), CLOCK).write().orElseThrow();
      statement.execute("insert into said values ('after')");
      assertThat(zip.getFileName()).hasToString("hotdesk-20261123-120000.zip");
      restore(zip, folder.resolve("copy.mv.db"));
    }
    assertThat(words(database("copy"))).isEqualTo("before");
  }

  private JdbcDataSource database(String name) {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0");
    return source;
  }

  private static void restore(Path zip, Path file) throws IOException {
    try (var archive = FileSystems.newFileSystem(zip)) {
      Files.copy(archive.getPath("live.mv.db"), file);
    }
  }

  private static String words(JdbcDataSource source) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select string_agg(words, ' ') from said")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
