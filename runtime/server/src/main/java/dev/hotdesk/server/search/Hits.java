package dev.hotdesk.server.search;

import dev.hotdesk.server.frame.Json;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what stands at the places that were found. */
final class Hits {

  private static final String ENTRIES =
      "select s.line, s.conversation_id, s.seq, s.channel, l.at, l.kind, l.body, c.customer_id,"
          + " c.state from search_line s"
          + " join log_entry l on l.conversation_id = s.conversation_id and l.seq = s.seq"
          + " join conversation c on c.id = s.conversation_id"
          + " where coalesce(l.recalled, false) = false and s.line in (";

  private final Connection connection;
  private final int seconds;

  Hits(Connection connection, int seconds) {
    this.connection = connection;
    this.seconds = seconds;
  }

  /** In the order of the places; what was deleted or taken back meanwhile is left out. */
  List<Hit> of(List<Place> places, Wanted wanted) throws SQLException {
    if (places.isEmpty()) {
      return List.of();
    }
    var sql = ENTRIES + String.join(", ", Collections.nCopies(places.size(), "?")) + ")";
    var exact = new HashMap<Long, Boolean>();
    places.forEach(place -> exact.put(place.line(), place.isExact()));
    var hits = new HashMap<Long, Hit>();
    Timed.query(
        connection,
        seconds,
        sql,
        row -> hits.put(row.getLong("line"), hit(row, wanted, exact)),
        new ArrayList<Object>(exact.keySet()));
    return places.stream().flatMap(place -> Stream.ofNullable(hits.get(place.line()))).toList();
  }

  private static Hit hit(ResultSet row, Wanted wanted, Map<Long, Boolean> exact)
      throws SQLException {
    var json = Json.read(row.getString("body"));
    var isSaid = row.getString("kind").equals("said");
    var text = json.getString(isSaid ? "text" : "customer");
    return new Hit(
        row.getString("conversation_id"),
        row.getLong("seq"),
        Sql.instant(row, "at"),
        row.getString("channel"),
        row.getString("kind"),
        isSaid ? json.getString("from").toLowerCase(Locale.ROOT) : "",
        isSaid ? json.getString("name") : "",
        text,
        Marks.in(text, wanted),
        row.getString("customer_id"),
        row.getString("state"),
        exact.getOrDefault(row.getLong("line"), false));
  }
}
