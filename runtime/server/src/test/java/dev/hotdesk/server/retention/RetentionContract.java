package dev.hotdesk.server.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.attachment.AttachmentLimits;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.attachment.Blobs;
import dev.hotdesk.server.attachment.DiskBlobs;
import dev.hotdesk.server.attachment.KeptFiles;
import dev.hotdesk.server.search.Indexer;
import dev.hotdesk.server.search.SearchedWords;
import dev.hotdesk.server.sql.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted, and what is not, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class RetentionContract {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  private boolean hasFiles = true;

  abstract DataSource database();

  @BeforeEach
  void empty() {
    for (var table :
        List.of(
            "log_entry",
            "conversation",
            "receipt",
            "outbox",
            "attachment",
            "plugin_delivery",
            "audit")) {
      sql().update("delete from " + table);
    }
  }

  @Test
  void deletes_what_is_closed_and_past_its_channels_time_with_all_that_belongs_to_it() {
    conversation("web.old", "closed", Duration.ofDays(31), "C-1");
    conversation("web.young", "closed", Duration.ofDays(29), "C-1");
    conversation("web.open", "waiting", Duration.ofDays(99), "C-1");
    conversation("line.old", "closed", Duration.ofDays(99), "C-1");
    index();

    var deleted = retention("web=30", Duty.ALWAYS).sweep();

    assertThat(deleted)
        .isEqualTo(
            Map.of(
                "conversations",
                1,
                "attachments",
                2,
                "entries",
                2,
                "outbox",
                1,
                "receipts",
                1,
                "search_lines",
                2,
                "deliveries",
                1));
    assertThat(left()).containsExactly("line.old", "web.open", "web.young");
    for (var table : List.of("log_entry", "search_line", "receipt", "outbox", "attachment")) {
      assertThat(conversationsIn(table)).doesNotContain("web.old").contains("web.young");
    }
    assertThat(count("plugin_delivery where occasion like 'web.old/%'")).isZero();
    assertThat(files()).hasSize(9).noneMatch(it -> it.contains("web-old"));
    assertThat(trail()).containsExactly("retention.delete");
  }

  @Test
  void keeps_everything_for_ever_unless_it_is_told_otherwise() {
    conversation("web.old", "closed", Duration.ofDays(9999), "C-1");

    new Retention(database(), Terms.FOR_EVER, List.of(), audit(), Duty.ALWAYS, CLOCK).sweep();

    assertThat(left()).containsExactly("web.old");
    assertThat(trail()).isEmpty();
  }

  @Test
  void goes_through_many_in_small_batches_and_leaves_it_to_others_if_it_is_not_its_duty() {
    hasFiles = false;
    for (int i = 0; i < 2 * Retention.AT_ONCE + 5; i++) {
      conversation("web.c" + i, "closed", Duration.ofDays(99), "C-1");
    }

    assertThat(retention("*=30", () -> false).sweep().get("conversations")).isZero();
    assertThat(retention("*=30", Duty.ALWAYS).sweep().get("conversations"))
        .isEqualTo(2 * Retention.AT_ONCE + 5);
    assertThat(left()).isEmpty();
  }

  @Test
  void forgets_one_customer_and_nobody_else_and_gives_a_receipt() {
    conversation("web.a_b", "closed", Duration.ofDays(1), "C-1");
    conversation("web.axb", "closed", Duration.ofDays(1), "C-2");
    conversation("line.b", "waiting", Duration.ofDays(1), "C-1");
    index();

    var receipt = erasure(new DiskBlobs(folder)).erase("C-1", "root");

    assertThat(receipt.deleted())
        .isEqualTo(
            Map.of(
                "conversations",
                2,
                "attachments",
                4,
                "entries",
                4,
                "outbox",
                2,
                "receipts",
                2,
                "search_lines",
                4,
                "deliveries",
                2));
    assertThat(receipt.customer()).hasSize(64).doesNotContain("C-1");
    assertThat(receipt.at()).isEqualTo(NOW);
    assertThat(left()).containsExactly("web.axb");
    assertThat(count("plugin_delivery")).isEqualTo(1);
    assertThat(files()).hasSize(3).allMatch(it -> it.contains("web-axb"));
    assertThat(trail()).containsExactly("customer.erase");
  }

  @Test
  void files_that_cannot_be_deleted_now_are_nobodys_and_go_another_time() {
    conversation("web.a", "closed", Duration.ofDays(1), "C-1");
    var away =
        new Blobs() {
          @Override
          public void put(String key, Path file) {}

          @Override
          public InputStream open(String key) {
            return InputStream.nullInputStream();
          }

          @Override
          public void delete(String key) throws IOException {
            throw new IOException("The store is away");
          }
        };

    assertThat(erasure(away).erase("C-1", "root").deleted()).containsEntry("attachments", 2);
    assertThat(count("attachment where seq is null and name = ''")).isEqualTo(2);

    assertThat(attachments(new DiskBlobs(folder)).sweep()).isEqualTo(2);
    assertThat(files()).isEmpty();
    assertThat(count("attachment")).isZero();
  }

  @Test
  void a_file_that_is_still_on_its_way_is_left_to_a_later_sweep() {
    conversation("web.a", "closed", Duration.ofDays(1), "C-1");
    sql().update("update attachment set ready = false, seq = null, at = ?", NOW);

    erasure(new DiskBlobs(folder)).erase("C-1", "root");

    assertThat(count("attachment")).isEqualTo(2);
  }

  @Test
  void terms_are_channels_with_days() {
    var terms = Terms.of(" web=365, line=90 *=730");

    assertThat(terms.ofChannel("line")).contains(Duration.ofDays(90));
    assertThat(terms.ofChannel("wecom")).contains(Duration.ofDays(730));
    assertThat(Terms.of("web=1").ofChannel("line")).isEmpty();
    for (var absurd : List.of("", "web", "web=0", "web=-1", "web=forever", "Web=9;line=9")) {
      assertThatThrownBy(() -> Terms.of(absurd)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Retention retention(String terms, Duty duty) {
    return new Retention(
        database(), Terms.of(terms), belongings(new DiskBlobs(folder)), audit(), duty, CLOCK);
  }

  private Erasure erasure(Blobs blobs) {
    return new Erasure(database(), belongings(blobs), audit(), CLOCK);
  }

  private List<Belongings> belongings(Blobs blobs) {
    return List.of(new SearchedWords(), new KeptFiles(attachments(blobs)));
  }

  private Attachments attachments(Blobs blobs) {
    return new Attachments(
        database(), blobs, folder.resolve("uploads"), AttachmentLimits.DEFAULT, CLOCK);
  }

  private List<String> files() {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(it -> it.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file with a thumbnail, and one without. */
  private void attach(String conversation, Instant at) {
    var key = "blob-" + conversation.replaceAll("[._]", "-");
    file(conversation, key, key + "-small", at);
    file(conversation, key + "-2", "", at);
  }

  private void file(String conversation, String key, String thumbnail, Instant at) {
    var blobs = new DiskBlobs(folder);
    try {
      for (var each : List.of(key, thumbnail)) {
        if (!each.isEmpty()) {
          blobs.put(each, Files.writeString(folder.resolve("upload"), "bytes"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sql()
        .update(
            "insert into attachment (id, conversation_id, side, name, type, size, width, height,"
                + " blob, thumbnail, ready, seq, recalled, at) values (?, ?, 'CUSTOMER',"
                + " 'me.png', 'image/png', 5, 1, 1, ?, ?, true, 1, false, ?)",
            key,
            conversation,
            key,
            thumbnail,
            at);
  }

  private void conversation(String id, String state, Duration age, String customer) {
    var at = NOW.minus(age);
    sql()
        .update(
            "insert into conversation (id, channel, begun, changed, session_number, state,"
                + " state_detail, epoch, last_seq, dialogue, customer_id, sku)"
                + " values (?, ?, ?, ?, 1, ?, '', 1, 2, '', ?, '')",
            id,
            id.substring(0, id.indexOf('.')),
            at,
            at,
            state,
            customer);
    for (int i = 1; i <= 2; i++) {
      sql()
          .update(
              "insert into log_entry (conversation_id, seq, at, kind, body) values (?, ?, ?,"
                  + " 'said', '{\"from\":\"CUSTOMER\",\"name\":\"\",\"text\":\"hello"
                  + " there\",\"id\":\"\"}')",
              id,
              i,
              at);
    }
    sql()
        .update(
            "insert into receipt (conversation_id, side, delivered, read_seq, changed)"
                + " values (?, 'customer', 1, 1, ?)",
            id,
            at);
    sql()
        .update(
            "insert into plugin_delivery (plugin, function_name, occasion, happened, cause, state,"
                + " due, attempt, claim, node, error)"
                + " values ('p', 'f', ?, ?, '{}', 'dead', ?, 0, 0, '', '')",
            id + "/1",
            at,
            at);
    outgoing(id, at);
    if (hasFiles) {
      attach(id, at);
    }
  }

  private void outgoing(String conversation, Instant at) {
    sql()
        .update(
            "insert into outbox (conversation_id, seq, channel, epoch, state, due, queued, attempt,"
                + " claim, message_id, code, reason, retryable) values (?, 2, 'line', 1, 'failed',"
                + " ?, ?, 1, 1, '', 'gone', 'their words', true)",
            conversation,
            at,
            at);
  }

  private void index() {
    var indexer = new Indexer(database());
    while (indexer.index()) {}
  }

  private Audit audit() {
    return new Audit(database(), CLOCK);
  }

  private List<String> trail() {
    return audit().before(Long.MAX_VALUE).stream().map(Audit.Entry::what).toList();
  }

  private List<String> left() {
    return sql().query("select id from conversation order by id", row -> row.getString(1));
  }

  private List<String> conversationsIn(String table) {
    return sql().query("select distinct conversation_id from " + table, row -> row.getString(1));
  }

  private long count(String what) {
    return sql().query("select count(*) from " + what, row -> row.getLong(1)).getFirst();
  }

  private Sql sql() {
    return new Sql(database(), IllegalStateException::new);
  }
}
