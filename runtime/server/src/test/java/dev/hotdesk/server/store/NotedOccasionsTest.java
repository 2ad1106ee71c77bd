package dev.hotdesk.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.StaleWriterException;
import dev.hotdesk.function.LogSubscribers;
import dev.hotdesk.function.Occasion;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Session;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Times;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What functions are to be told is stored with the log entry that it is about, or not at all. */
@SuppressWarnings("NullAway.Init")
class NotedOccasionsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123Z");

  @TempDir Path folder;

  private final String id = "test." + UUID.randomUUID();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private String plugin = "agent-a";
  private JdbcConnectionPool database;
  private EntityManagerFactory factory;
  private JpaJournal journal;

  @BeforeEach
  void open() {
    database = H2DeliveriesTest.on(folder);
    factory =
        Persistence.createEntityManagerFactory(
            "hotdesk", Map.of("jakarta.persistence.nonJtaDataSource", database));
    journal =
        new JpaJournal(
            factory, work -> Thread.ofVirtual().start(work), (_, _) -> {}, new Everybody());
  }

  @AfterEach
  void close() {
    journal.close();
    factory.close();
    database.dispose();
  }

  @Test
  void is_there_as_soon_as_the_entry_is() {
    journal.append(conversation(2), 0, List.of(said("c-1"), said("c-2")));

    assertThat(noted()).containsExactlyInAnyOrder(id + "/1", id + "/2");
    await().untilAsserted(() -> assertThat(told).contains(id + "/1", id + "/2").hasSize(2));
  }

  @Test
  void keeps_the_entry_out_if_it_cannot_be_noted() {
    plugin = "x".repeat(65);

    assertThatThrownBy(() -> journal.append(conversation(1), 0, List.of(said("c-1"))))
        .isInstanceOf(JournalUnavailableException.class);

    assertThat(journal.find(id)).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void is_not_noted_if_the_entry_is_not_stored() {
    journal.append(conversation(1), 0, List.of(said("c-1")));
    await().until(() -> told.size() == 1);

    journal.append(conversation(2), 1, List.of(said("c-1")));
    assertThatThrownBy(() -> journal.append(conversation(9), 8, List.of(said("c-9"))))
        .isInstanceOf(StaleWriterException.class);
    var tooLong = new Entry.Said(Author.CUSTOMER, "", "x".repeat(1_000_001), "c-2");
    assertThatThrownBy(() -> journal.append(conversation(2), 1, List.of(tooLong)))
        .isInstanceOf(JournalUnavailableException.class);

    assertThat(noted()).containsExactly(id + "/1");
    assertThat(told).hasSize(1);
  }

  private List<String> noted() {
    return new SqlDeliveries(database)
        .claim(plugin, Set.of("f"), 99, NOW, NOW, "n").stream()
            .map(it -> it.occasion().id())
            .toList();
  }

  private Conversation conversation(long last) {
    var session = new Session(1, new State.Waiting("", Instant.EPOCH), 1, last, Times.begin(NOW));
    return new Conversation(id, NOW, NOW, session, Dialogue.NONE, "", "");
  }

  private static Entry said(String clientId) {
    return new Entry.Said(Author.CUSTOMER, "", "hello", clientId);
  }

  /** Wants to hear of every entry, but not the words: they may be too long for any column. */
  private final class Everybody implements LogSubscribers {
    @Override
    public List<Occasion> of(String conversation, long first, Instant at, List<Entry> entries) {
      return IntStream.range(0, entries.size())
          .mapToObj(
              i ->
                  new Occasion(
                      plugin, "f", conversation + "/" + (first + i), at, new Cause.Time(at)))
          .toList();
    }

    @Override
    public void stored(List<Occasion> occasions) {
      occasions.forEach(it -> told.add(it.id()));
    }
  }
}
