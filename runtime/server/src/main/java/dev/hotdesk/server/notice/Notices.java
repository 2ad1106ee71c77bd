package dev.hotdesk.server.notice;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.session.Event;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Takes notices, and brings them to the sessions that are open. A server that dies amid it leaves
 * the rest to the next one: a notice is in a log once, however often it is brought.
 */
public final class Notices {

  /** How many characters a notice may have. */
  public static final int MOST = 2_000;

  private static final int AT_ONCE = 500;
  private static final int SHOWN = 50;
  private static final String ALL =
      "select id, body, made_by, made, store, channel, state, reached, done from notice";

  private final Sql sql;
  private final Journal journal;
  private final SessionProcessor processor;
  private final Duty duty;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock spreading = new ReentrantLock();

  /** Keeps notices in this database, and brings them if that is this server's duty. */
  public Notices(
      DataSource database, Journal journal, SessionProcessor processor, Duty duty, Clock clock) {
    this.sql = new Sql(database, NoticesUnavailableException::new);
    this.journal = journal;
    this.processor = processor;
    this.duty = duty;
    this.clock = clock;
  }

  /** Keeps a notice; from then on it is brought to everybody, whatever happens. */
  public Notice take(String text, String by, Audience audience) {
    var bytes = new byte[12];
    random.nextBytes(bytes);
    var notice =
        new Notice(
            HexFormat.of().formatHex(bytes),
            text,
            by,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            audience,
            0,
            false);
    sql.update(
        "insert into notice (id, body, made_by, made, store, channel, state, reached, done)"
            + " values (?, ?, ?, ?, ?, ?, ?, 0, false)",
        notice.id(),
        text,
        by,
        notice.made(),
        audience.store(),
        audience.channel(),
        audience.state());
    return notice;
  }

  /** Hands the latest ones to this, oldest first, from whatever server they are. */
  public void show(Consumer<Notice> board) {
    latest().reversed().forEach(board);
  }

  /** The latest ones, the newest first. */
  public List<Notice> latest() {
    return sql.query(ALL + " order by made desc limit " + SHOWN, Notices::notice);
  }

  /** Brings what was not brought to everybody yet, if that is this server's duty. Blocks. */
  public void spread() {
    if (!duty.isMine() || !spreading.tryLock()) {
      return;
    }
    try {
      var undone = sql.query(ALL + " where done = false order by made", Notices::notice);
      undone.forEach(this::spread);
    } finally {
      spreading.unlock();
    }
  }

  private void spread(Notice notice) {
    var open =
        journal.open().stream().filter(notice.audience()::includes).map(Conversation::id).toList();
    var event = new Event.Noticed(notice.id(), notice.text(), notice.by());
    int reached = 0;
    int refused = 0;
    for (int from = 0; from < open.size() && duty.isMine(); from += AT_ONCE) {
      var receipts =
          open.subList(from, Math.min(open.size(), from + AT_ONCE)).stream()
              .map(conversation -> processor.handle(conversation, event))
              .toList();
      for (CompletionStage<Receipt> receipt : receipts) {
        switch (receipt.toCompletableFuture().join()) {
          case Receipt.Stored _, Receipt.Duplicate _ -> reached++;
          case Receipt.Refused _ -> refused++;
          case Receipt.Ignored _ -> {}
        }
      }
    }
    sql.update(
        "update notice set reached = ?, done = ? where id = ?",
        reached,
        refused == 0 && duty.isMine(),
        notice.id());
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getString("id"),
        row.getString("body"),
        row.getString("made_by"),
        Sql.instant(row, "made"),
        new Audience(row.getString("store"), row.getString("channel"), row.getString("state")),
        row.getInt("reached"),
        row.getBoolean("done"));
  }
}
