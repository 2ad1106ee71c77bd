package dev.hotdesk.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.report.DailyReport.Line;
import dev.hotdesk.server.report.Figures.Spell;
import dev.hotdesk.server.sql.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reports say, on every database. */
abstract class ReportsContract {

  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant TEN = Instant.parse("2026-11-23T02:00:00Z");
  private static final Spell NONE = new Spell(0, 0, 0);

  private long place;

  abstract DataSource database();

  @BeforeEach
  void empty() {
    for (var table : List.of("log_entry", "conversation")) {
      sql().update("delete from " + table);
    }
  }

  @Test
  void tells_of_a_session_from_its_first_words_to_its_rating() throws SQLException {
    conversation("web.a", "nanjing", TEN);
    said("web.a", "CUSTOMER", 0);
    moved(
        "web.a",
        "waiting",
        ",\"reason\":\"asked\",\"target\":\"anyone\",\"since\":\"" + TEN + "\"",
        5);
    moved("web.a", "operator", ",\"operator\":\"amy\"", 65);
    said("web.a", "OPERATOR", 75);
    said("web.a", "OPERATOR", 80);
    moved("web.a", "survey", ",\"operator\":\"amy\"", 90);
    rated("web.a", 4, 95);
    moved("web.a", "closed", "", 100);

    var report = report(MONDAY, MONDAY, Reports.By.STORE);

    var figures = new Figures(1, 1, 1, 0, new Spell(1, 60, 60), new Spell(1, 70, 70), 1, 1, 4.0);
    assertThat(report.days()).containsExactly(new Line("2026-11-23", figures));
    assertThat(report.rows()).containsExactly(new Line("nanjing", figures));
    assertThat(report.total()).isEqualTo(figures);
    assertThat(report.source()).isEqualTo("primary");
    assertThat(report(MONDAY, MONDAY, Reports.By.OPERATOR).rows())
        .containsExactly(new Line("amy", figures));
  }

  @Test
  void counts_a_session_on_the_day_on_which_it_began_where_the_reader_is() throws SQLException {
    // 00:30 of Tuesday in Shanghai, Monday in Greenwich.
    conversation("web.a", "", TEN.plus(Duration.ofMinutes(14 * 60 + 30)));
    said("web.a", "CUSTOMER", 0);

    var report = report(MONDAY, MONDAY.plusDays(1), Reports.By.NONE);

    assertThat(report.days()).extracting(it -> it.figures().sessions()).containsExactly(0, 1);
    assertThat(report.rows()).isEmpty();
    assertThat(
            new Reports(new Readings(database(), Optional.empty()), Duration.ofSeconds(30))
                .of(MONDAY, MONDAY, ZoneId.of("UTC"), Reports.By.NONE)
                .total()
                .sessions())
        .isOne();
  }

  @Test
  void takes_each_reopening_for_a_session_and_leaves_out_the_rest_of_an_older_one()
      throws SQLException {
    conversation("web.a", "", TEN.minus(Duration.ofDays(3)));
    said("web.a", "OPERATOR", 3 * 86_400);
    moved("web.a", "closed", "", 3 * 86_400 + 10);
    reopened("web.a", 3 * 86_400 + 20);
    said("web.a", "CUSTOMER", 3 * 86_400 + 20);
    moved("web.a", "closed", "", 3 * 86_400 + 30);
    reopened("web.a", 3 * 86_400 + 40);

    var figures = report(MONDAY, MONDAY, Reports.By.NONE).total();

    assertThat(figures).isEqualTo(new Figures(2, 0, 0, 0, NONE, NONE, 1, 0, 0.0));
  }

  @Test
  void tells_who_gave_up_waiting_and_does_not_count_that_as_a_wait_that_was_served()
      throws SQLException {
    conversation("web.a", "", TEN);
    said("web.a", "CUSTOMER", 0);
    moved(
        "web.a",
        "waiting",
        ",\"reason\":\"asked\",\"target\":\"anyone\",\"since\":\"" + TEN + "\"",
        5);
    moved("web.a", "closed", "", 600);

    assertThat(report(MONDAY, MONDAY, Reports.By.NONE).total())
        .isEqualTo(new Figures(1, 1, 1, 1, NONE, NONE, 1, 0, 0.0));
  }

  @Test
  void follows_a_session_that_ends_after_midnight_and_begins_none_there() throws SQLException {
    conversation("web.a", "", TEN.plus(Duration.ofHours(13)));
    said("web.a", "CUSTOMER", 0);
    moved("web.a", "closed", "", 3 * 3_600);
    reopened("web.a", 4 * 3_600);

    var figures = report(MONDAY, MONDAY, Reports.By.NONE).total();

    assertThat(figures).isEqualTo(new Figures(1, 0, 0, 0, NONE, NONE, 1, 0, 0.0));
  }

  private DailyReport report(LocalDate from, LocalDate to, Reports.By by) throws SQLException {
    return new Reports(new Readings(database(), Optional.empty()), Duration.ofSeconds(30))
        .of(from, to, SHANGHAI, by);
  }

  private Instant begun = TEN;

  private void conversation(String id, String store, Instant at) {
    begun = at;
    sql()
        .update(
            "insert into conversation (id, channel, begun, changed, session_number, state,"
                + " state_detail, epoch, last_seq, dialogue, customer_id, sku, store)"
                + " values (?, 'web', ?, ?, 1, 'closed', '', 1, 2, '', '', '', ?)",
            id,
            at,
            at.plus(Duration.ofDays(9)),
            store);
  }

  private void said(String id, String from, int second) {
    entry(
        id,
        second,
        "said",
        "{\"from\":\"" + from + "\",\"name\":\"\",\"text\":\"hm\",\"id\":\"\"}");
  }

  private void rated(String id, int score, int second) {
    entry(id, second, "rated", "{\"score\":" + score + ",\"comment\":\"\",\"id\":\"r\"}");
  }

  private void reopened(String id, int second) {
    entry(
        id,
        second,
        "moved",
        "{\"reason\":\"reopened\",\"by\":\"\",\"note\":\"\",\"to\":{\"state\":\"bot\",\"unanswered\":[]}}");
  }

  private void moved(String id, String state, String more, int second) {
    entry(
        id,
        second,
        "moved",
        "{\"reason\":\"\",\"by\":\"\",\"note\":\"\",\"to\":{\"state\":\""
            + state
            + "\""
            + more
            + "}}");
  }

  private void entry(String id, int second, String kind, String body) {
    sql()
        .update(
            "insert into log_entry (conversation_id, seq, at, kind, body) values (?, ?, ?, ?, ?)",
            id,
            ++place,
            begun.plusSeconds(second),
            kind,
            body);
  }

  private Sql sql() {
    return new Sql(database(), IllegalStateException::new);
  }
}
