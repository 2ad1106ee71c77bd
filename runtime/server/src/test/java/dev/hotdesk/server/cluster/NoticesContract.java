package dev.hotdesk.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.server.notice.Audience;
import dev.hotdesk.server.notice.Notice;
import dev.hotdesk.server.notice.Notices;
import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event;
import java.time.Clock;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a supervisor tells many, at several servers. */
@SuppressWarnings("NullAway.Init")
abstract class NoticesContract {

  private static final Audience EVERYBODY = new Audience("", "", "");

  private final String run = "n" + System.nanoTime() + "-";
  private Node first;
  private Node second;

  abstract DataSource database();

  @BeforeEach
  void start() {
    first = new Node(database());
    second = new Node(database());
    var sql = new Sql(database(), ClusterUnavailableException::new);
    sql.update("delete from notice");
    sql.update("delete from conversation");
    sql.update("delete from log_entry");
    for (int i = 0; i < 6; i++) {
      var at = i % 2 == 0 ? first : second;
      at.says(id(i), 1);
    }
    await().until(() -> first.journal.owed().isEmpty());
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void reaches_each_open_session_once() {
    close(5);
    var notice = notices(first, Duty.ALWAYS).take("closed tomorrow", "sue", EVERYBODY);
    notices(second, () -> false).spread();
    assertThat(reached(notice)).isZero();

    notices(second, Duty.ALWAYS).spread();
    notices(first, Duty.ALWAYS).spread();
    assertThat(reached(notice)).isEqualTo(5);
    assertThat(notices(first, Duty.ALWAYS).latest())
        .extracting(Notice::reached, Notice::done)
        .containsExactly(tuple(5, true));
  }

  @Test
  void goes_on_where_a_dead_server_left_off() {
    var notice = notices(first, Duty.ALWAYS).take("closed tomorrow", "sue", EVERYBODY);
    // As if it died after three.
    for (int i = 0; i < 3; i++) {
      first
          .processor
          .handle(id(i), new Event.Noticed(notice.id(), notice.text(), notice.by()))
          .toCompletableFuture()
          .join();
    }
    notices(second, Duty.ALWAYS).spread();

    assertThat(reached(notice)).isEqualTo(6);
    assertThat(notices(first, Duty.ALWAYS).latest())
        .extracting(Notice::reached, Notice::done)
        .containsExactly(tuple(6, true));
  }

  @Test
  void is_shown_on_the_desks_of_all_servers_though_it_is_done() {
    var notice = notices(first, Duty.ALWAYS).take("closed tomorrow", "sue", EVERYBODY);
    notices(first, Duty.ALWAYS).spread();
    var shown = new ArrayList<String>();
    notices(second, () -> false).show(it -> shown.add(it.id()));
    assertThat(shown).containsExactly(notice.id());
  }

  @Test
  void reaches_only_those_for_whom_it_is() {
    take(2);
    var notices = notices(first, Duty.ALWAYS);
    var notice = notices.take("one moment", "sue", new Audience("", "web", "operator"));
    var other = notices.take("one moment", "sue", new Audience("", "wechat", ""));
    notices.spread();

    assertThat(reached(notice)).isEqualTo(1);
    assertThat(reached(other)).isZero();
  }

  /** In how many logs it is; fails if it is twice in one. */
  private long reached(Notice notice) {
    long found = 0;
    for (int i = 0; i < 6; i++) {
      var times =
          first.journal.read(id(i), 0, 100).stream()
              .filter(
                  it -> it.entry() instanceof Entry.Noticed(var id, _, _) && id.equals(notice.id()))
              .count();
      assertThat(times).isLessThanOrEqualTo(1);
      found += times;
    }
    return found;
  }

  private void take(int number) {
    second.processor.handle(id(number), new Event.OperatorTook("amy")).toCompletableFuture().join();
  }

  private void close(int number) {
    take(number);
    second
        .processor
        .handle(id(number), new Event.OperatorClosed("amy"))
        .toCompletableFuture()
        .join();
  }

  private Notices notices(Node node, Duty duty) {
    return new Notices(database(), node.journal, node.processor, duty, Clock.systemUTC());
  }

  private String id(int number) {
    return "web." + run + number;
  }
}
