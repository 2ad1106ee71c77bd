package dev.hotdesk.server.store;

import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.server.replica.Read;
import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.sql.Sql;
import java.sql.SQLException;
import java.util.List;

/** What was said in the past, read where it is in nobody's way. */
public final class History {

  private final Readings readings;

  /** Reads there. */
  public History(Readings readings) {
    this.readings = readings;
  }

  /**
   * The entries of a log before a place, in order, from the one nearest to it.
   *
   * @throws JournalUnavailableException if the database fails
   */
  public Read<List<Logged>> before(String conversation, long place, int most) {
    Sql.Work<List<Logged>> work =
        connection ->
            Sql.query(
                    connection,
                    "select seq, at, kind, body, recalled from log_entry where conversation_id = ?"
                        + " and seq < ? order by seq desc fetch first "
                        + most
                        + " rows only",
                    row ->
                        new Logged(
                            row.getLong("seq"),
                            Sql.instant(row, "at"),
                            EntryJson.decode(
                                row.getString("kind"),
                                row.getString("body"),
                                Sql.instant(row, "at")),
                            row.getBoolean("recalled")),
                    conversation,
                    place)
                .reversed();
    try {
      var read = readings.read(work);
      return isAllThere(read.value(), place) ? read : readings.onPrimary(work);
    } catch (SQLException e) {
      throw new JournalUnavailableException("The past cannot be read: " + e.getMessage(), e);
    }
  }

  /** Who knows of a place knows of those before it, also if the replica does not have them yet. */
  private static boolean isAllThere(List<Logged> entries, long place) {
    return place == Long.MAX_VALUE
        || place <= 1
        || (!entries.isEmpty() && entries.getLast().sequence() == place - 1);
  }
}
