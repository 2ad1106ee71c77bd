package dev.hotdesk.server.retention;

import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes one conversation with all that belongs to it. */
final class Deletion {

  private static final Logger LOG = LoggerFactory.getLogger(Deletion.class);

  private final List<Belongings> belongings;

  Deletion(List<Belongings> belongings) {
    var all = new ArrayList<>(belongings);
    all.add(new InTable("entries", "delete from log_entry where conversation_id = ?"));
    all.add(new InTable("outbox", "delete from outbox where conversation_id = ?"));
    all.add(new InTable("receipts", "delete from receipt where conversation_id = ?"));
    all.add(new Deliveries());
    this.belongings = List.copyOf(all);
  }

  /** Deletes what belongs to a conversation whose row is gone already; adds up what that was. */
  void of(Connection connection, String conversation, Map<String, Integer> counts)
      throws SQLException {
    counts.merge("conversations", 1, Integer::sum);
    for (var kept : belongings) {
      counts.merge(kept.name(), kept.forget(connection, conversation), Integer::sum);
    }
  }

  /** What lies outside the database goes last; what cannot go now goes another time. */
  void afterwards() {
    for (var kept : belongings) {
      try {
        kept.afterwards();
      } catch (RuntimeException e) {
        LOG.warn("Some {} of deleted conversations go later: {}", kept.name(), e.getMessage());
      }
    }
  }

  /** Nothing was deleted yet. */
  Map<String, Integer> nothing() {
    var counts = new TreeMap<String, Integer>();
    counts.put("conversations", 0);
    belongings.forEach(kept -> counts.put(kept.name(), 0));
    return counts;
  }

  private record InTable(String name, String delete) implements Belongings {
    @Override
    public int forget(Connection connection, String conversation) throws SQLException {
      return Sql.update(connection, delete, conversation);
    }
  }

  /** What plugins' functions were to be told of it, or failed at: the words are in there too. */
  private record Deliveries() implements Belongings {
    @Override
    public String name() {
      return "deliveries";
    }

    @Override
    public int forget(Connection connection, String conversation) throws SQLException {
      return Sql.update(
          connection,
          "delete from plugin_delivery where occasion like ? escape '!'",
          conversation.replace("_", "!_") + "/%");
    }
  }
}
