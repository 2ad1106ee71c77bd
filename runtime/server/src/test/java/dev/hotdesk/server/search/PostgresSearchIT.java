package dev.hotdesk.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.server.Postgres;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSearchIT extends SearchContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  private static final String BODY =
      "{\"from\":\"CUSTOMER\",\"name\":\"\",\"text\":\"hello\",\"id\":\"\"}";

  @Override
  DataSource database() {
    return POSTGRES.database();
  }

  @Override
  void makeOld() {
    sql().update("update log_entry set tx = null");
  }

  @Test
  void misses_nothing_that_is_committed_after_what_was_begun_later() throws SQLException {
    try (var slow = database().getConnection()) {
      slow.setAutoCommit(false);
      entry(slow, "web.slow", "said", BODY);
      say("web.quick", "hello");
      index();
      slow.commit();
    }
    index();

    assertThat(texts("hello")).hasSize(2);
  }
}
