package dev.hotdesk.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What search promises on every database. */
abstract class SearchContract {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private int said;

  abstract DataSource database();

  @BeforeEach
  void empty() {
    for (var table : List.of("search_line", "log_entry", "conversation")) {
      sql().update("delete from " + table);
    }
    emptied();
    sql()
        .update(
            "update search_cursor set tx = 0, conversation_id = '', seq = 0, past_conversation_id ="
                + " '', past_seq = 0, is_past_done = false, lines = 0");
  }

  void emptied() {}

  /** The entries are as if they had been stored before there was an index. */
  void makeOld() {}

  @Test
  void finds_chinese_and_english_words_and_numbers() {
    say("web.a", "你好,我要退货,运费谁出?");
    say("web.a", "Where is my order 20261123-88?");
    say("line.b", "我的电话是138 1234 5678");
    index();

    assertThat(texts("退货")).containsExactly("你好,我要退货,运费谁出?");
    assertThat(texts("货退")).isEmpty();
    assertThat(texts("费")).hasSize(1);
    assertThat(texts("ORDERS")).isEmpty();
    assertThat(texts("orde")).containsExactly("Where is my order 20261123-88?");
    assertThat(texts("2026112388")).hasSize(1);
    assertThat(texts("+8613812345678")).containsExactly("我的电话是138 1234 5678");
    assertThat(texts("order refund")).isEmpty();
  }

  @Test
  void tells_the_very_number_first_and_then_what_begins_so() {
    say("web.a", "order 20261123");
    say("web.a", "order 20261123-88");
    index();

    var page = find("20261123", "", "", 1);
    assertThat(page.hits())
        .extracting(Hit::text, Hit::exact)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("order 20261123", true));
    var next = find("20261123", "", page.next(), 1);
    assertThat(next.hits())
        .extracting(Hit::text, Hit::exact)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("order 20261123-88", false));
    assertThat(next.next()).isEmpty();
  }

  @Test
  void tells_the_newest_first_page_by_page_of_one_channel() {
    for (int i = 0; i < 7; i++) {
      say("web.a", "hello " + i);
      say("line.b", "hello " + i);
    }
    index();

    var seen = new ArrayList<String>();
    var after = "";
    do {
      var page = find("hello", "web", after, 3);
      page.hits().forEach(hit -> seen.add(hit.text()));
      after = page.next();
    } while (!after.isEmpty());

    assertThat(seen).isEqualTo(IntStream.range(0, 7).mapToObj(i -> "hello " + (6 - i)).toList());
  }

  @Test
  void keeps_to_the_days_that_were_asked_for() {
    say("web.a", "first");
    say("web.a", "first");
    say("web.a", "first");
    index();

    var found =
        search()
            .find(new Query("first", "", NOON.plusSeconds(2), NOON.plusSeconds(3), "", 9))
            .hits();

    assertThat(found).extracting(Hit::at).containsExactly(NOON.plusSeconds(2));
  }

  @Test
  void finds_who_the_customer_is_and_tells_all_of_a_hit() {
    say("web.a", "hi");
    entry("web.a", "identified", "{\"customer\":\"C-77001\"}");
    index();

    var hit = find("c-77001", "", "", 9).hits().getFirst();

    assertThat(hit)
        .isEqualTo(
            new Hit(
                "web.a",
                2,
                NOON.plusSeconds(2),
                "web",
                "identified",
                "",
                "",
                "C-77001",
                List.of(new Hit.Mark(0, 7)),
                "C-1",
                "waiting",
                true));
  }

  @Test
  void has_what_was_there_before_there_was_an_index() {
    say("web.old", "旧的消息");
    say("web.old", "旧的消息");
    makeOld();
    say("web.a", "新的消息");
    assertThat(find("消息", "", "", 9).complete()).isFalse();

    index();

    assertThat(texts("消息")).hasSize(3);
    assertThat(find("消息", "", "", 9).complete()).isTrue();
  }

  @Test
  void goes_on_where_it_was_after_a_crash_and_indexes_nothing_twice() {
    for (int i = 0; i < 12; i++) {
      say("web.a", "hello " + i);
    }
    new Indexer(database(), 5).index();
    sql().update("insert into conversation " + CONVERSATION, values("web.crash"));
    index();
    index();

    assertThat(texts("hello")).hasSize(12);
    assertThat(count("search_line")).isEqualTo(12);
  }

  @Test
  void does_not_find_what_was_taken_back() {
    say("web.a", "secret");
    index();
    sql().update("update log_entry set recalled = true");
    assertThat(texts("secret")).isEmpty();

    entry("web.a", "recalled", "{\"message\":" + said + ",\"by\":\"amy\"}");
    index();

    assertThat(count("search_line")).isZero();
  }

  @Test
  void a_word_that_means_something_to_the_database_is_a_word() {
    say("web.a", "it's 100% 'fun' & (games) | \\ : * ! <-> null");
    entry("web.a", "said", "no json at all");
    index();

    assertThat(texts("it's 'fun' & !games <-> \\")).hasSize(1);
  }

  private static final String CONVERSATION =
      "(id, channel, begun, changed, session_number, state, state_detail, epoch, last_seq,"
          + " dialogue, customer_id, sku) values (?, ?, ?, ?, 1, 'waiting', '', 1, 1, '', 'C-1',"
          + " '')";

  private static Object[] values(String conversation) {
    var channel = conversation.substring(0, conversation.indexOf('.'));
    return new Object[] {conversation, channel, NOON, NOON};
  }

  final void say(String conversation, String text) {
    var words = jakarta.json.Json.createValue(text);
    entry(
        conversation,
        "said",
        "{\"from\":\"CUSTOMER\",\"name\":\"\",\"text\":" + words + ",\"id\":\"\"}");
  }

  private void entry(String conversation, String kind, String body) {
    sql()
        .inTransaction(
            connection -> {
              entry(connection, conversation, kind, body);
              return 1;
            });
  }

  /** Writes an entry as servers of the release before do: they know nothing of the index. */
  final void entry(Connection connection, String conversation, String kind, String body)
      throws SQLException {
    Sql.update(
        connection,
        "insert into conversation " + CONVERSATION + " on conflict do nothing",
        values(conversation));
    Sql.update(
        connection,
        "insert into log_entry (conversation_id, seq, at, kind, body) values (?, ?, ?, ?, ?)",
        conversation,
        ++said,
        NOON.plusSeconds(said),
        kind,
        body);
  }

  final void index() {
    var indexer = new Indexer(database(), 5);
    while (indexer.index()) {}
  }

  final List<String> texts(String query) {
    return find(query, "", "", 50).hits().stream().map(Hit::text).toList();
  }

  final Found find(String query, String channel, String after, int most) {
    return search().find(new Query(query, channel, Instant.EPOCH, LATEST, after, most));
  }

  private Search search() {
    return new Search(new Readings(database(), java.util.Optional.empty()), Duration.ofSeconds(60));
  }

  final Sql sql() {
    return new Sql(database(), IllegalStateException::new);
  }

  private long count(String table) {
    return sql().query("select count(*) from " + table, row -> row.getLong(1)).getFirst();
  }
}
