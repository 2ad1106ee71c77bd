package dev.hotdesk.server.store;

import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.delivery.Outbox;
import dev.hotdesk.delivery.Outgoing;
import dev.hotdesk.delivery.Outgoing.State;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The outbox in a relational database. A claim is an update that only one server can make. Rows get
 * in by {@link OutboxRow}.
 */
public final class SqlOutbox implements Outbox {

  private static final String COLUMNS =
      "select o.id, o.conversation_id, o.seq, o.epoch, o.state, o.attempt, o.claim, o.queued,"
          + " o.message_id, o.code, o.reason, o.retryable from outbox o ";
  private static final String NONE_BEFORE =
      " and not exists (select 1 from outbox b where b.conversation_id = o.conversation_id"
          + " and b.seq < o.seq and b.state in ('queued', 'sending'))";
  private static final String CLAIM =
      "update outbox o set state = 'sending', attempt = attempt + 1, claim = claim + 1, due = ?"
          + " where o.id = ? and o.claim = ? and o.state = 'queued'"
          + NONE_BEFORE;
  private static final String SETTLE =
      "update outbox set state = ?, due = ?, message_id = ?, code = ?, reason = ?, retryable = ?"
          + " where id = ? and claim = ? and state = 'sending'";

  private final Sql sql;

  /** In this database. */
  public SqlOutbox(DataSource database) {
    this.sql =
        new Sql(
            database,
            e ->
                new JournalUnavailableException(
                    "The outbox cannot be read or written: " + e.getMessage(), e));
  }

  @Override
  public List<Outgoing> claim(Instant now, Duration lease, int most) {
    if (most < 1) {
      return List.of();
    }
    return sql.inTransaction(
        connection -> {
          var claimed = new ArrayList<Outgoing>();
          for (var it : due(connection, now, most)) {
            if (Sql.update(connection, CLAIM, now.plus(lease), it.id(), it.claim()) == 1) {
              claimed.add(claimed(it));
            }
          }
          return claimed;
        });
  }

  private static List<Outgoing> due(Connection connection, Instant now, int most)
      throws SQLException {
    return Sql.query(
        connection,
        COLUMNS
            + "where o.state = 'queued' and o.due <= ?"
            + NONE_BEFORE
            + " order by o.due, o.id fetch first "
            + most
            + " rows only",
        SqlOutbox::outgoing,
        now);
  }

  @Override
  public boolean settle(Outgoing claimed, Settled settled, Instant now) {
    return switch (settled) {
      case Settled.Accepted(var messageId) ->
          settle(claimed, State.ACCEPTED, now, messageId, "", "", false);
      case Settled.Again(var due, var reason) ->
          settle(claimed, State.QUEUED, due, "", "", reason, false);
      case Settled.Failed(var code, var reason, var retryable) ->
          settle(claimed, State.FAILED, now, "", code, reason, retryable);
      case Settled.Unknown(var reason) -> settle(claimed, State.UNKNOWN, now, "", "", reason, true);
    };
  }

  private boolean settle(
      Outgoing claimed,
      State state,
      Instant due,
      String messageId,
      String code,
      String reason,
      boolean retryable) {
    return sql.update(
            SETTLE,
            word(state),
            due,
            cut(messageId, 300),
            cut(code, 200),
            cut(reason, 2_000),
            retryable,
            claimed.id(),
            claimed.claim())
        == 1;
  }

  @Override
  public List<Outgoing> stuck(Instant now, int most) {
    return sql.query(
        COLUMNS
            + "where o.state = 'sending' and o.due < ? order by o.due fetch first "
            + most
            + " rows only",
        SqlOutbox::outgoing,
        now);
  }

  @Override
  public Optional<Outgoing> progress(String channel, String messageId, State state, Instant now) {
    if (messageId.isEmpty()) {
      return Optional.empty();
    }
    var before = state == State.DELIVERED ? "'accepted'" : "'accepted', 'delivered'";
    return sql.inTransaction(
        connection ->
            Sql.update(
                        connection,
                        "update outbox set state = ?, due = ? where channel = ? and message_id = ?"
                            + " and state in ("
                            + before
                            + ")",
                        word(state),
                        now,
                        channel,
                        messageId)
                    == 0
                ? Optional.empty()
                : Sql.query(
                        connection,
                        COLUMNS + "where o.channel = ? and o.message_id = ?",
                        SqlOutbox::outgoing,
                        channel,
                        messageId)
                    .stream()
                    .findFirst());
  }

  @Override
  public boolean retry(String conversation, long sequence, Instant now) {
    return sql.update(
            "update outbox set state = 'queued', due = ?, queued = ?, code = '', reason = '',"
                + " retryable = false where conversation_id = ? and seq = ?"
                + " and (state = 'unknown' or (state = 'failed' and retryable))",
            now,
            now,
            conversation,
            sequence)
        == 1;
  }

  @Override
  public List<Outgoing> of(String conversation, int most) {
    return sql.query(
            COLUMNS
                + "where o.conversation_id = ? order by o.seq desc fetch first "
                + most
                + " rows only",
            SqlOutbox::outgoing,
            conversation)
        .reversed();
  }

  private static Outgoing claimed(Outgoing it) {
    return new Outgoing(
        it.id(),
        it.conversation(),
        it.sequence(),
        it.epoch(),
        State.SENDING,
        it.attempt() + 1,
        it.claim() + 1,
        it.queued(),
        it.messageId(),
        it.code(),
        it.reason(),
        it.retryable());
  }

  private static Outgoing outgoing(ResultSet row) throws SQLException {
    return new Outgoing(
        row.getLong("id"),
        row.getString("conversation_id"),
        row.getLong("seq"),
        row.getLong("epoch"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("attempt"),
        row.getLong("claim"),
        Sql.instant(row, "queued"),
        row.getString("message_id"),
        row.getString("code"),
        row.getString("reason"),
        row.getBoolean("retryable"));
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }
}
