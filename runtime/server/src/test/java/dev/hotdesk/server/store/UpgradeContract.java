package dev.hotdesk.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.access.ApiTokens;
import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.search.Indexer;
import dev.hotdesk.server.search.Query;
import dev.hotdesk.server.search.Search;
import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.server.trust.TrustTable;
import dev.hotdesk.server.versions.SqlDesiredState;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of all releases, with data of their time, come up to this one and lose nothing. */
abstract class UpgradeContract {

  /** The tables of the release before this one. */
  private static final int RELEASED = 7;

  /** An empty database, another one each time. */
  abstract DataSource database();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, RELEASED})
  void a_database_of_a_release_is_read_by_this_one(int release) throws Exception {
    var database = database();
    of(release, database);

    Schema.migrate(database);

    try (var opened = JpaJournalContract.Opened.on(database)) {
      readsConversations(opened.journal());
    }
    finds(database);
    if (release >= 3) {
      readsStaffAndVersions(database);
    }
    if (release >= 6) {
      readsPlugins(database);
    }
  }

  /** During a rolling upgrade the tables are this release's and some servers the one's before. */
  @Test
  void the_release_before_goes_on_writing_beside_this_one() throws Exception {
    var database = database();
    of(RELEASED, database);
    Schema.migrate(database);
    var sql = new Sql(database, IllegalStateException::new);

    sql.update(
        "insert into conversation (changed, session_number, state, state_detail, epoch, last_seq,"
            + " dialogue, customer_id, sku, id, channel, begun)"
            + " values (?, 1, 'bot', '{\"state\":\"bot\",\"unanswered\":[]}', 1, 1,"
            + " '{\"agent\":\"\",\"intent\":\"\",\"asked\":\"\",\"lang\":\"zh\",\"slots\":{}}',"
            + " '', '', 'web.beside', 'web', ?) on conflict do nothing",
        Instant.EPOCH,
        Instant.EPOCH);
    sql.update(
        "insert into log_entry (conversation_id, seq, at, kind, client_id, body)"
            + " values ('web.beside', 1, ?, 'said', 'c-1', '{\"from\":\"CUSTOMER\",\"name\":\"\","
            + "\"text\":\"并排运行\",\"id\":\"c-1\"}')",
        Instant.EPOCH);
    sql.update(
        "update conversation set changed = ?, session_number = 1, state = 'closed', state_detail ="
            + " '{\"state\":\"closed\"}', epoch = 2, last_seq = 2, dialogue = dialogue,"
            + " customer_id = '', sku = '' where id = 'web.beside' and last_seq = 1 and epoch <= 2",
        Instant.EPOCH);

    try (var opened = JpaJournalContract.Opened.on(database)) {
      assertThat(opened.journal().find("web.beside").orElseThrow().session().state().word())
          .isEqualTo("closed");
    }
    assertThat(found(database, "并排")).containsExactly("并排运行");
  }

  /** The tables as a release made them, with what its servers wrote. */
  private static void of(int release, DataSource database) throws IOException, SQLException {
    Schema.migrate(database, Integer.toString(release));
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (int i = 1; i <= release; i++) {
        for (var sql : script(i).split(";\\s*\n")) {
          if (!sql.isBlank()) {
            statement.execute(sql);
          }
        }
      }
    }
  }

  private static String script(int release) throws IOException {
    try (var in = UpgradeContract.class.getResourceAsStream("/upgrade/V" + release + ".sql")) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void readsConversations(JpaJournal journal) {
    assertThat(journal.open())
        .extracting(it -> it.id() + " " + it.session().state().word())
        .containsExactly(
            "web.bot bot",
            "web.waiting waiting",
            "web.operator operator",
            "web.transferring transferring");
    var kinds = new ArrayList<Class<?>>();
    for (var id : List.of("bot", "waiting", "operator", "transferring", "closed")) {
      var conversation = journal.find("web." + id).orElseThrow();
      var log = journal.read("web." + id, 0, 100);
      var last = conversation.session().lastSequence();
      assertThat(log)
          .extracting(Logged::sequence)
          .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
      log.forEach(it -> kinds.add(it.entry().getClass()));
    }
    assertThat(kinds)
        .contains(
            Entry.Said.class,
            Entry.Moved.class,
            Entry.Understood.class,
            Entry.Viewed.class,
            Entry.Identified.class,
            Entry.Corrected.class);
    var changed = Instant.parse("2026-09-04T10:00:00Z");
    var transferring = new State.Transferring("amy", new Target.Operator("ben"), "", changed);
    assertThat(journal.find("web.transferring").orElseThrow().session().state())
        .isEqualTo(transferring);
    assertThat(journal.latest("web.transferring", 1).getFirst().entry())
        .isEqualTo(new Entry.Moved(transferring, "", "amy", "急"));
    assertThat(journal.due(Instant.parse("2026-10-01T00:00:00Z"), 9))
        .extracting(Conversation::id)
        .containsExactly("web.bot", "web.waiting", "web.operator", "web.transferring");
    assertThat(journal.find("web.bot").orElseThrow())
        .satisfies(
            it -> {
              assertThat(it.customerId()).isEqualTo("C-1");
              assertThat(it.dialogue().slots()).containsEntry("colour", "蓝色");
              assertThat(it.session().ask()).isPresent();
            });
  }

  private static void finds(DataSource database) {
    assertThat(found(database, "20260901-77")).containsExactly("我的订单20260901-77到哪了?🧶");
    assertThat(found(database, "refund")).containsExactly("I want a refund");
  }

  private static List<String> found(DataSource database, String words) {
    var indexer = new Indexer(database);
    while (indexer.index()) {}
    return new Search(new Readings(database, Optional.empty()), Duration.ofSeconds(60))
            .find(
                new Query(words, "", Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"), "", 10))
            .hits()
            .stream()
            .map(hit -> hit.text())
            .toList();
  }

  private static void readsStaffAndVersions(DataSource database) {
    assertThat(new Audit(database, Clock.systemUTC()).before(Long.MAX_VALUE))
        .extracting(Audit.Entry::what)
        .containsExactly("account.create");
    var state = new SqlDesiredState(database, "desk-2");
    assertThat(state.load().revision()).isEqualTo(5);
    assertThat(state.load().wishes()).containsOnlyKeys("agent-orders");
    assertThat(state.timeline("agent-orders", 9)).hasSize(1);
  }

  private static void readsPlugins(DataSource database) {
    assertThat(
            new Sql(database, IllegalStateException::new)
                .query(
                    "select v from plugin_storage where k = cast('last' as bytea)",
                    row -> row.getString(1)))
        .containsExactly("{\"n\":1}");
    assertThat(new SqlDeliveries(database).dead("agent-orders", 9))
        .extracting(it -> it.occasion().id())
        .containsExactly("web.bot/1", "web.closed/1");
    assertThat(new ApiTokens(database, Clock.systemUTC()).all())
        .extracting(ApiTokens.Shown::name)
        .containsExactly("ci");
    assertThat(new TrustTable(database, Clock.systemUTC(), true).trustedSigners())
        .containsExactly("ab");
  }
}
