package dev.hotdesk.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.server.store.Schema;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class H2SearchTest extends SearchContract {

  private static JdbcDataSource database;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:search;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
            + ";DEFAULT_NULL_ORDERING=HIGH");
    Schema.migrate(database);
  }

  @Override
  DataSource database() {
    return database;
  }

  @Override
  void emptied() {
    sql().update("delete from search_term");
  }

  @Test
  void goes_on_after_a_restart_also_if_the_last_entries_were_deleted() {
    var file = new JdbcDataSource();
    file.setURL(
        "jdbc:h2:file:" + folder.resolve("restart") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    Schema.migrate(file);
    var before = database;
    database = file;
    try {
      for (int i = 0; i < 9; i++) {
        say("web.a", "hello");
      }
      index();
      sql().update("delete from log_entry");
      sql().update("delete from search_line");
      sql().update("delete from search_term");
      // Nobody is connected any more, so H2 closes the file, and opens it anew.
      new Indexer(file).begin();
      say("web.a", "hello again");
      index();

      assertThat(texts("again")).containsExactly("hello again");
    } finally {
      database = before;
    }
  }
}
