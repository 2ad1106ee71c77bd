package dev.hotdesk.server.retention;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Deletes closed conversations in which nothing has happened for longer than their channel keeps
 * them: a few in each transaction, so that nobody who writes waits long. Two servers at once do no
 * harm.
 */
public final class Retention {

  /** How many conversations are looked at, and so deleted at the most, in one transaction. */
  static final int AT_ONCE = 100;

  private final Sql sql;
  private final Terms terms;
  private final Deletion deletion;
  private final Audit audit;
  private final Duty duty;
  private final Clock clock;

  /**
   * Deletes from this database.
   *
   * @param belongings what else is kept of conversations
   * @param audit is told how much went
   * @param duty whether this server is the one to do it
   */
  public Retention(
      DataSource database,
      Terms terms,
      List<Belongings> belongings,
      Audit audit,
      Duty duty,
      Clock clock) {
    this.sql = new Sql(database, Retention::unavailable);
    this.terms = terms;
    this.deletion = new Deletion(belongings);
    this.audit = audit;
    this.duty = duty;
    this.clock = clock;
  }

  static RetentionUnavailableException unavailable(SQLException e) {
    return new RetentionUnavailableException(
        "What is past its time could not be deleted: " + e.getMessage(), e);
  }

  /**
   * Goes once through all that are closed; goes on another time if the duty is another's meanwhile.
   *
   * @return how much was deleted of what
   */
  public Map<String, Integer> sweep() {
    var counts = deletion.nothing();
    if (terms.isForEver()) {
      return counts;
    }
    var after = "";
    while (duty.isMine()) {
      var closed = closed(after);
      if (closed.isEmpty()) {
        break;
      }
      delete(closed.stream().filter(this::isPast).toList(), counts);
      after = closed.getLast().id;
    }
    if (counts.getOrDefault("conversations", 0) > 0) {
      audit.add("hotdesk", "retention.delete", "", counts.toString());
    }
    return counts;
  }

  private record Closed(String id, String channel, Instant changed) {
    static Closed of(ResultSet row) throws SQLException {
      return new Closed(row.getString("id"), row.getString("channel"), Sql.instant(row, "changed"));
    }
  }

  private List<Closed> closed(String after) {
    return sql.query(
        "select id, channel, changed from conversation where id > ? and state = 'closed'"
            + " order by id fetch first "
            + AT_ONCE
            + " rows only",
        Closed::of,
        after);
  }

  private boolean isPast(Closed conversation) {
    return terms
        .ofChannel(conversation.channel)
        .filter(kept -> conversation.changed.isBefore(clock.instant().minus(kept)))
        .isPresent();
  }

  private void delete(List<Closed> past, Map<String, Integer> counts) {
    if (past.isEmpty()) {
      return;
    }
    var deleted =
        sql.inTransaction(
            connection -> {
              var these = deletion.nothing();
              for (var conversation : past) {
                // Its customer may have come back since it was looked at.
                int gone =
                    Sql.update(
                        connection,
                        "delete from conversation where id = ? and state = 'closed' and changed ="
                            + " ?",
                        conversation.id,
                        conversation.changed);
                if (gone == 1) {
                  deletion.of(connection, conversation.id, these);
                }
              }
              return these;
            });
    deletion.afterwards();
    deleted.forEach((name, count) -> counts.merge(name, count, Integer::sum));
  }
}
