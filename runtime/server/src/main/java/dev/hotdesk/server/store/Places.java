package dev.hotdesk.server.store;

import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.server.sql.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How far the logs go, of many conversations at once. For those who fear to have missed news. */
public final class Places {

  private static final int AT_ONCE = 500;
  private static final String OPEN =
      "select id, last_seq from conversation where state in ('"
          + String.join("', '", JpaJournal.OPEN)
          + "')";

  private final Sql sql;

  /** Reads in the journal's database. */
  public Places(DataSource database) {
    this.sql =
        new Sql(
            database,
            e ->
                new JournalUnavailableException(
                    "The journal cannot be read: " + e.getMessage(), e));
  }

  private record Place(String id, long sequence) {}

  /** Those of the conversations that are not closed, by id. */
  public Map<String, Long> open() {
    return places(OPEN);
  }

  /** Those of them in which something happened lately, by whatever clock. */
  public Map<String, Long> lively() {
    return places(OPEN + " and changed > current_timestamp - interval '10' minute");
  }

  /** Those of these conversations, as far as there are any. */
  public Map<String, Long> of(Collection<String> ids) {
    var found = new HashMap<String, Long>();
    var rest = List.copyOf(ids);
    for (int from = 0; from < rest.size(); from += AT_ONCE) {
      var some = rest.subList(from, Math.min(rest.size(), from + AT_ONCE));
      // Few distinct statements: what is missing is filled up with what is not there.
      var values = new Object[AT_ONCE];
      for (int i = 0; i < AT_ONCE; i++) {
        values[i] = i < some.size() ? some.get(i) : "";
      }
      found.putAll(
          places(
              "select id, last_seq from conversation where id in (?"
                  + ", ?".repeat(AT_ONCE - 1)
                  + ")",
              values));
    }
    return found;
  }

  private Map<String, Long> places(String query, Object... values) {
    return sql.query(query, row -> new Place(row.getString(1), row.getLong(2)), values).stream()
        .collect(Collectors.toMap(Place::id, Place::sequence));
  }
}
