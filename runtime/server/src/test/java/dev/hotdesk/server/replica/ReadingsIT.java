package dev.hotdesk.server.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.server.StreamingReplica;
import dev.hotdesk.server.search.Found;
import dev.hotdesk.server.search.Indexer;
import dev.hotdesk.server.search.Query;
import dev.hotdesk.server.search.Search;
import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.server.store.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read where, on a real streaming replica. */
@SuppressWarnings("NullAway.Init")
class ReadingsIT {

  @TempDir static Path folder;

  private static int count;

  private int said;

  private StreamingReplica pair;
  private Replica replica;
  private Readings readings;

  @BeforeEach
  void open() throws IOException, SQLException {
    pair = StreamingReplica.in(folder.resolve("pair" + count++));
    Schema.migrate(pair.primary());
    replica = new Replica(pair.primary(), pair.replica(), Duration.ofSeconds(10));
    readings = new Readings(pair.primary(), Optional.of(replica));
  }

  @AfterEach
  void close() throws IOException {
    pair.close();
  }

  @Test
  void a_replica_is_read_while_it_keeps_up_and_not_when_it_is_a_day_behind_or_dead()
      throws Exception {
    assertThat(source()).isEqualTo("primary");
    assertThat(note()).contains("not looked at yet");

    await().untilAsserted(() -> assertThat(lookedAt()).isInstanceOf(Standing.Following.class));
    assertThat(source()).isEqualTo("replica");
    assertThat(note()).isEmpty();
    assertThat(isReplica()).isTrue();
    say("退货运费");
    await().untilAsserted(() -> assertThat(search().hits()).hasSize(1));
    assertThat(search().source()).isEqualTo("replica");

    hasNotFollowedForADay();
    assertThat(lookedAt()).isInstanceOf(Standing.Behind.class);
    assertThat(source()).isEqualTo("primary");
    assertThat(note()).contains("8640").contains("s behind");
    assertThat(isReplica()).isFalse();
    say("退货运费");
    assertThat(search())
        .satisfies(
            found -> {
              assertThat(found.hits()).hasSize(2);
              assertThat(found.source()).isEqualTo("primary");
              assertThat(found.note()).contains("behind");
            });

    pair.resume();
    await().untilAsserted(() -> assertThat(lookedAt()).isInstanceOf(Standing.Following.class));
    assertThat(source()).isEqualTo("replica");

    pair.killReplica();
    assertThat(source()).isEqualTo("primary");
    assertThat(note()).contains("cannot be read");
    assertThat(lookedAt()).isInstanceOf(Standing.Gone.class);
    assertThat(readings.instead()).isPositive();
  }

  @Test
  void a_query_that_is_given_up_is_not_tried_again_on_the_primary() {
    await().untilAsserted(() -> assertThat(lookedAt()).isInstanceOf(Standing.Following.class));
    var before = readings.instead();

    assertThatThrownBy(
            () ->
                readings.read(
                    connection -> {
                      try (var statement = connection.createStatement()) {
                        statement.setQueryTimeout(1);
                        return statement.execute("select pg_sleep(60)");
                      }
                    }))
        .isInstanceOf(SQLException.class);

    assertThat(readings.instead()).isEqualTo(before);
    assertThat(replica.standing()).isInstanceOf(Standing.Following.class);
  }

  /**
   * The replica has followed until a day ago: the primary's clock cannot be turned, but the beat.
   */
  private void hasNotFollowedForADay() throws SQLException {
    sql(pair.primary()).update("update replica_pulse set at = at - interval '1 day'");
    var old = beat(pair.primary());
    await().until(() -> beat(pair.replica()).equals(old));
    pair.pause();
    replica.look();
  }

  private static Instant beat(DataSource database) {
    return sql(database)
        .query("select at from replica_pulse", row -> Sql.instant(row, "at"))
        .getFirst();
  }

  private void say(String text) {
    var sql = sql(pair.primary());
    sql.update(
        "insert into conversation (id, channel, begun, changed, session_number, state,"
            + " state_detail, epoch, last_seq, dialogue, customer_id, sku) values ('web.a', 'web',"
            + " ?, ?, 1, 'closed', '', 1, 1, '', '', '') on conflict do nothing",
        Instant.EPOCH,
        Instant.EPOCH);
    sql.update(
        "insert into log_entry (conversation_id, seq, at, kind, body) values ('web.a', ?, ?,"
            + " 'said', ?)",
        ++said,
        Instant.EPOCH.plusSeconds(said),
        "{\"from\":\"CUSTOMER\",\"name\":\"\",\"text\":\"" + text + "\",\"id\":\"\"}");
    var indexer = new Indexer(pair.primary());
    while (indexer.index()) {}
  }

  private Found search() {
    return new Search(readings, Duration.ofSeconds(30))
        .find(new Query("运费", "", Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"), "", 9));
  }

  private Standing lookedAt() {
    replica.look();
    return replica.standing();
  }

  private boolean isReplica() throws SQLException {
    return readings
        .read(
            connection ->
                Sql.query(connection, "select pg_is_in_recovery()", row -> row.getBoolean(1)))
        .value()
        .getFirst();
  }

  private String source() throws SQLException {
    return readings.read(_ -> 1).source();
  }

  private String note() throws SQLException {
    return readings.read(_ -> 1).note();
  }

  private static Sql sql(DataSource database) {
    return new Sql(database, IllegalStateException::new);
  }
}
