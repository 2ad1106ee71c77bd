package dev.hotdesk.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hotdesk.api.Author;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal.Appended;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.StaleWriterException;
import dev.hotdesk.delivery.Outgoing;
import dev.hotdesk.function.LogSubscribers;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Times;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a journal in a database promises besides. */
abstract class JpaJournalContract extends WritersContract {

  private static final State WAITING = new State.Waiting("", Instant.EPOCH);

  abstract Opened opened();

  @Override
  protected final JpaJournal journal() {
    return opened().journal();
  }

  @Test
  void does_not_let_a_poisoned_append_harm_its_neighbours() {
    var tooLong = "x".repeat(1_000_001);

    var results =
        atOnce(
            60,
            i ->
                append(
                    id + "-" + i,
                    0,
                    new State.Waiting("", Instant.EPOCH),
                    List.of(said("c-1", i % 20 == 7 ? tooLong : "fine"))));

    assertThat(results).filteredOn(new Appended.Committed()::equals).hasSize(57);
    assertThat(results).filteredOn(JournalUnavailableException.class::isInstance).hasSize(3);
    assertThat(journal().find(id + "-7")).isEmpty();
    assertThat(journal().find(id + "-8")).isPresent();
  }

  @Test
  void tells_each_of_a_batch_what_became_of_it_whatever_became_of_the_others() {
    for (int i = 0; i < 60; i++) {
      journal().append(standing(id + "-" + i, i % 20 == 7 ? 9 : 1, 1), 0, List.of(said("c-0", "")));
    }
    var tooLong = "x".repeat(1_000_001);

    var results =
        atOnce(
            60,
            i ->
                journal()
                    .append(
                        standing(id + "-" + i, 1, 2),
                        1,
                        List.of(
                            said(i % 20 == 3 ? "c-0" : "c-1", i % 20 == 11 ? tooLong : "fine"))));

    assertThat(results).filteredOn(new Appended.Committed()::equals).hasSize(51);
    assertThat(results).filteredOn(new Appended.Duplicate(1)::equals).hasSize(3);
    assertThat(results).filteredOn(StaleWriterException.class::isInstance).hasSize(3);
    assertThat(results).filteredOn(JournalUnavailableException.class::isInstance).hasSize(3);
    assertThat(journal().read(id + "-8", 0, 9)).hasSize(2);
    for (var harmed : List.of("-3", "-7", "-11")) {
      assertThat(journal().read(id + harmed, 0, 9)).hasSize(1);
    }
  }

  @Test
  void shares_a_transaction_among_many() {
    var before = opened().batches().get();

    atOnce(
        400,
        i ->
            append(
                id + "-" + i, 0, new State.Waiting("", Instant.EPOCH), List.of(said("c-1", "a"))));

    assertThat(opened().batches().get() - before).isLessThan(200);
  }

  @Test
  void finds_all_again_after_a_restart() {
    append(0, new State.Waiting("", Instant.EPOCH), List.of(said("c-1", "a"), said("c-2", "b")));

    try (var again = opened().again()) {
      assertThat(again.journal().find(id)).isEqualTo(journal().find(id));
      assertThat(again.journal().read(id, 0, 10)).isEqualTo(journal().read(id, 0, 10));
    }
  }

  @Test
  void puts_what_the_shop_says_into_the_outbox_in_the_same_transaction() {
    var operator = new Entry.Said(Author.OPERATOR, "amy", "hello", "amy:1");
    var bot = new Entry.Said(Author.AGENT, "agent-orders", "hello", "");
    var pushed = id.replace("web.", "push.");

    append(pushed, 0, WAITING, List.of(said("c-1", "hi"), operator, bot));
    append(id, 0, WAITING, List.of(said("c-1", "hi"), operator, bot));

    assertThat(outbox().of(pushed, 9))
        .extracting(Outgoing::sequence, Outgoing::epoch, Outgoing::state)
        .containsExactly(
            tuple(2L, 1L, Outgoing.State.QUEUED), tuple(3L, 1L, Outgoing.State.QUEUED));
    assertThat(outbox().of(id, 9)).isEmpty();
  }

  @Test
  void sends_nothing_of_a_stale_writer_or_twice() {
    var pushed = id.replace("web.", "push.");
    var operator = new Entry.Said(Author.OPERATOR, "amy", "hello", "amy:1");
    append(pushed, 0, WAITING, List.of(said("c-1", "hi")));

    var results =
        atOnce(
            10,
            i ->
                append(
                    pushed,
                    1,
                    WAITING,
                    List.of(new Entry.Said(Author.AGENT, "bot-" + i, "late", ""))));
    assertThat(results).filteredOn(new Appended.Committed()::equals).hasSize(1);
    append(pushed, 2, WAITING, List.of(operator));
    append(pushed, 3, WAITING, List.of(operator));

    assertThat(outbox().of(pushed, 99)).extracting(Outgoing::sequence).containsExactly(2L, 3L);
  }

  @Test
  void sends_no_more_what_was_taken_back() {
    var pushed = id.replace("web.", "push.");
    append(pushed, 0, WAITING, List.of(new Entry.Said(Author.OPERATOR, "amy", "oops", "amy:1")));
    append(pushed, 1, WAITING, List.of(new Entry.Recalled(1, "amy")));

    assertThat(outbox().of(pushed, 9))
        .extracting(Outgoing::state, Outgoing::code)
        .containsExactly(tuple(Outgoing.State.FAILED, "recalled"));
  }

  private SqlOutbox outbox() {
    return new SqlOutbox(opened().database());
  }

  @Test
  void takes_nothing_once_it_is_closed() {
    var other = opened().again();
    other.close();

    assertThatThrownBy(
            () -> other.journal().append(conversation(1), 0, List.of(said("c-1", "too late"))))
        .isInstanceOf(JournalUnavailableException.class);
  }

  @Test
  void leaves_a_state_of_a_later_version_to_servers_of_that_version() {
    var other = id + "-ours";
    append(id, 0, WAITING, List.of(said("c-1", "a")));
    append(other, 0, WAITING, List.of(said("c-1", "b")));
    var sql = new Sql(opened().database(), e -> new IllegalStateException(e));
    sql.update(
        "update conversation set due = ?, state_detail = '{\"state\":\"parked\"}' where id = ?",
        Instant.EPOCH,
        id);
    sql.update("update conversation set due = ? where id = ?", Instant.EPOCH, other);

    assertThatThrownBy(() -> journal().find(id))
        .isInstanceOf(JournalUnavailableException.class)
        .hasMessageContainingAll(id, "later version", "parked", "upgrade");
    assertThat(List.of(journal().open(), journal().attended(), journal().due(Instant.now(), 9_999)))
        .allSatisfy(
            found ->
                assertThat(found).extracting(Conversation::id).contains(other).doesNotContain(id));
  }

  @Test
  void leaves_an_entry_of_a_later_version_to_servers_of_that_version() {
    append(id, 0, WAITING, List.of(said("c-1", "a")));
    new Sql(opened().database(), e -> new IllegalStateException(e))
        .update("update log_entry set kind = 'sung' where conversation_id = ?", id);

    assertThatThrownBy(() -> journal().read(id, 0, 10))
        .isInstanceOf(JournalUnavailableException.class)
        .hasMessageContainingAll(id, "later version", "sung");
    assertThatThrownBy(() -> journal().latest(id, 10))
        .isInstanceOf(JournalUnavailableException.class);
  }

  private Conversation conversation(long last) {
    return standing(id, 1, last);
  }

  private static Conversation standing(String id, long epoch, long last) {
    var now = Instant.EPOCH;
    var session =
        new Session(1, new State.Waiting("", Instant.EPOCH), epoch, last, Times.begin(now));
    return new Conversation(id, now, now, session, Dialogue.NONE, "", "");
  }

  /** A journal on a database, with a count of its transactions. */
  record Opened(
      DataSource database, EntityManagerFactory factory, JpaJournal journal, AtomicInteger batches)
      implements AutoCloseable {

    static Opened on(DataSource database) {
      Schema.migrate(database);
      return open(database);
    }

    private static Opened open(DataSource database) {
      var factory =
          Persistence.createEntityManagerFactory(
              "hotdesk", Map.of("jakarta.persistence.nonJtaDataSource", database));
      var batches = new AtomicInteger();
      var journal =
          new JpaJournal(
              factory,
              work -> Thread.ofVirtual().name("journal").start(work),
              (appends, time) -> batches.incrementAndGet(),
              LogSubscribers.NONE,
              JpaJournal.writersFor(database),
              channel -> channel.equals("push"));
      return new Opened(database, factory, journal, batches);
    }

    Opened again() {
      return open(database);
    }

    @Override
    public void close() {
      journal.close();
      factory.close();
    }
  }
}
