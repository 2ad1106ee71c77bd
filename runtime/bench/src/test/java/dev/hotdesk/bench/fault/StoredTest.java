package dev.hotdesk.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.Message;
import dev.hotdesk.bench.site.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTest {

  private static final String TABLES =
      """
      create table conversation (id varchar, state varchar, state_detail varchar, last_seq bigint);
      create table log_entry (conversation_id varchar, seq bigint, kind varchar, body varchar);
      insert into conversation values ('web.1', 'bot', '{"unanswered":[{"seq":6}]}', 6);
      insert into log_entry values
        ('web.1', 1, 'said', '{"from":"CUSTOMER","text":"where is it","id":"c-1"}'),
        ('web.1', 2, 'moved', '{"to":{"state":"operator","operator":"amy"}}'),
        ('web.1', 3, 'said', '{"from":"AGENT","text":"too late"}'),
        ('web.1', 4, 'moved', '{"to":{"state":"bot"}}'),
        ('web.1', 5, 'said', '{"from":"AGENT","text":"in time"}'),
        ('web.1', 6, 'said', '{"from":"CUSTOMER","text":"and now","id":"c-2"}');
      """;

  @TempDir Path folder;

  @Test
  void reads_what_a_killed_database_had_promised_and_who_spoke_after_a_take_over()
      throws IOException, SQLException {
    try (var postgres = Postgres.open(folder.resolve("postgres"))) {
      try (var connection = postgres.connect();
          var statement = connection.createStatement()) {
        statement.execute(TABLES);
      }
      postgres.kill();
      postgres.start();

      var stored = Stored.of(postgres, "web.1");

      assertThat(stored.late()).containsExactly("web.1 3: too late");
      assertThat(stored.messages()).containsOnlyKeys(1L, 3L, 5L, 6L);
      assertThat(stored.isOwed()).isTrue();
      assertThat(stored.last()).isEqualTo(6);
      assertThat(stored.has(new Message(1, "customer", "", "where is it", "c-1"))).isTrue();
      assertThat(stored.has(new Message(1, "customer", "", "where is it", "c-2"))).isFalse();
      assertThat(stored.has(new Message(2, "agent", "", "in time", ""))).isFalse();
    }
  }
}
