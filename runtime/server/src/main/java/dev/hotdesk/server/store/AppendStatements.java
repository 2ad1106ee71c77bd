package dev.hotdesk.server.store;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a batch of appends, on the connection of its transaction. Plain JDBC, because JPA does
 * not tell which of a batch's guarded updates found their row.
 */
final class AppendStatements {

  private static final String UPDATE =
      "update conversation set changed = ?, session_number = ?, state = ?, state_detail = ?,"
          + " epoch = ?, last_seq = ?, dialogue = ?, customer_id = ?, sku = ?, store = ?, tier = ?,"
          + " served_by = ?, times = ?, due = ?"
          + " where id = ? and last_seq = ? and epoch <= ?";
  private static final String BEGIN =
      "insert into conversation (changed, session_number, state, state_detail, epoch, last_seq,"
          + " dialogue, customer_id, sku, store, tier, served_by, times, due, id, channel, begun)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String POSTPONE =
      "update conversation set due = ? where id = ? and last_seq = ?";
  private static final String LOG =
      "insert into log_entry (conversation_id, seq, at, kind, client_id, body)"
          + " values (?, ?, ?, ?, ?, ?)";

  private static final String RECALL_FILES =
      "update attachment set recalled = true where conversation_id = ? and seq = ?";
  private static final String ATTACH =
      "update attachment set seq = ? where id = ? and conversation_id = ? and seq is null";
  private static final String RECALL =
      "update log_entry set recalled = true where conversation_id = ? and seq = ?";

  private final Connection connection;

  AppendStatements(Connection connection) {
    this.connection = connection;
  }

  /** The places of the messages that are in the log already, by append. */
  Map<Append, Long> duplicates(List<Append> batch) throws SQLException {
    var found = new HashMap<Append, Long>();
    var suspects = new HashMap<String, Append>();
    batch.stream()
        .filter(append -> !append.clientId().isEmpty() && append.expected() > 0)
        .forEach(append -> suspects.put(append.conversation(), append));
    if (suspects.isEmpty()) {
      return found;
    }
    // Few distinct statements, so that drivers can keep them prepared: the count is a power of two.
    var pairs = new ArrayList<>(suspects.values());
    while (Integer.bitCount(pairs.size()) != 1) {
      pairs.add(pairs.getLast());
    }
    var sql =
        "select l.conversation_id, l.seq from (values "
            + String.join(
                ", ",
                Collections.nCopies(
                    pairs.size(), "(cast(? as varchar(96)), cast(? as varchar(160)))"))
            + ") as wanted (conversation_id, client_id) join log_entry l"
            + " on l.conversation_id = wanted.conversation_id and l.client_id = wanted.client_id";
    try (var select = connection.prepareStatement(sql)) {
      int at = 1;
      for (var append : pairs) {
        select.setString(at++, append.conversation());
        select.setString(at++, append.clientId());
      }
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var append = suspects.get(rows.getString(1));
          if (append != null) {
            found.put(append, rows.getLong(2));
          }
        }
      }
    }
    return found;
  }

  /** Moves the conversations on; returns the appends whose conversation was where they expected. */
  Set<Append> advance(List<Append> batch) throws SQLException {
    var moved = new LinkedHashSet<Append>();
    var begun = batch.stream().filter(append -> append.expected() == 0).toList();
    if (!begun.isEmpty()) {
      try (var insert = connection.prepareStatement(BEGIN)) {
        for (var append : begun) {
          int at = bindStanding(insert, append);
          insert.setString(at++, append.conversation());
          insert.setString(at++, append.next().channel());
          insert.setTimestamp(at, Timestamp.from(append.next().begun()));
          // Not as a batch: a driver that rewrites inserts does not count them one by one.
          if (insert.executeUpdate() == 1) {
            moved.add(append);
          }
        }
      }
    }
    var continued = batch.stream().filter(append -> append.expected() > 0).toList();
    if (!continued.isEmpty()) {
      try (var update = connection.prepareStatement(UPDATE)) {
        for (var append : continued) {
          int at = bindStanding(update, append);
          update.setString(at++, append.conversation());
          update.setLong(at++, append.expected());
          update.setLong(at, append.next().session().epoch());
          update.addBatch();
        }
        var counts = update.executeBatch();
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] == 1) {
            moved.add(continued.get(i));
          }
        }
      }
    }
    return moved;
  }

  /** Notes when to look after a conversation again, unless it has moved on. */
  void postpone(Conversation standing) throws SQLException {
    try (var update = connection.prepareStatement(POSTPONE)) {
      update.setTimestamp(1, due(standing));
      update.setString(2, standing.id());
      update.setLong(3, standing.session().lastSequence());
      update.executeUpdate();
    }
  }

  private static @Nullable Timestamp due(Conversation standing) {
    return standing.due().map(Timestamp::from).orElse(null);
  }

  /** Writes the lines into the log. */
  void log(Set<Append> moved) throws SQLException {
    if (moved.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(LOG)) {
      for (var append : moved) {
        var stamp = Timestamp.from(append.next().changed());
        for (var line : append.lines()) {
          insert.setString(1, append.conversation());
          insert.setLong(2, line.sequence());
          insert.setTimestamp(3, stamp);
          insert.setString(4, line.kind());
          if (line.clientId().isEmpty()) {
            insert.setNull(5, Types.VARCHAR);
          } else {
            insert.setString(5, line.clientId());
          }
          insert.setString(6, line.body());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /**
   * Marks the messages that are taken back, so that neither they nor their files are told again.
   */
  void recall(Set<Append> moved) throws SQLException {
    for (var append : moved) {
      if (append.recalled() > 0) {
        Sql.update(connection, RECALL, append.conversation(), append.recalled());
        Sql.update(connection, RECALL_FILES, append.conversation(), append.recalled());
        OutboxRow.recall(connection, append.conversation(), append.recalled());
      }
    }
  }

  /** The files of the messages are used from now on: they are not swept. */
  void attach(Set<Append> moved) throws SQLException {
    for (var append : moved) {
      for (var line : append.lines()) {
        for (var attachment : line.attachments()) {
          Sql.update(connection, ATTACH, line.sequence(), attachment, append.conversation());
        }
      }
    }
  }

  private static int bindStanding(PreparedStatement statement, Append append) throws SQLException {
    var next = append.next();
    statement.setTimestamp(1, Timestamp.from(next.changed()));
    statement.setInt(2, next.session().number());
    statement.setString(3, next.session().state().word());
    statement.setString(4, append.state());
    statement.setLong(5, next.session().epoch());
    statement.setLong(6, next.session().lastSequence());
    statement.setString(7, append.dialogue());
    statement.setString(8, next.customerId());
    statement.setString(9, next.sku());
    statement.setString(10, next.store());
    statement.setString(11, next.tier());
    statement.setString(12, next.servedBy());
    statement.setString(13, append.times());
    statement.setTimestamp(14, due(next));
    return 15;
  }
}
