package dev.hotdesk.server.search;

import dev.hotdesk.server.retention.Belongings;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** What the index has of a conversation. */
public final class SearchedWords implements Belongings {

  @Override
  public String name() {
    return "search_lines";
  }

  @Override
  public int forget(Connection connection, String conversation) throws SQLException {
    var sequences =
        Sql.query(
            connection,
            "select seq from search_line where conversation_id = ?",
            row -> row.getLong(1),
            conversation);
    if (!sequences.isEmpty()) {
      Index.of(connection).remove(connection, conversation, sequences);
    }
    return sequences.size();
  }
}
