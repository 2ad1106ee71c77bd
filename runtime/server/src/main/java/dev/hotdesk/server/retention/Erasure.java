package dev.hotdesk.server.retention;

import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Forgets one customer: all conversations with whom the shop says they are, whatever their state,
 * with all that belongs to them.
 */
public final class Erasure {

  private final Sql sql;
  private final Deletion deletion;
  private final Audit audit;
  private final Clock clock;

  /** Forgets in this database. */
  public Erasure(DataSource database, List<Belongings> belongings, Audit audit, Clock clock) {
    this.sql = new Sql(database, Retention::unavailable);
    this.deletion = new Deletion(belongings);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was done, for whoever asked for it.
   *
   * @param customer the SHA-256 of who was forgotten, as the audit trail has it: the name itself is
   *     not kept
   * @param at when
   * @param by which admin
   * @param deleted how much of what
   */
  public record Receipt(String customer, Instant at, String by, Map<String, Integer> deleted) {}

  /** Forgets them; each conversation in a transaction of its own. */
  public Receipt erase(String customer, String by) {
    var counts = deletion.nothing();
    var conversations =
        sql.query(
            "select id from conversation where customer_id = ? order by id",
            row -> row.getString(1),
            customer);
    for (var conversation : conversations) {
      var deleted =
          sql.inTransaction(
              connection -> {
                var these = deletion.nothing();
                if (Sql.update(connection, "delete from conversation where id = ?", conversation)
                    == 1) {
                  deletion.of(connection, conversation, these);
                }
                return these;
              });
      deleted.forEach((name, count) -> counts.merge(name, count, Integer::sum));
    }
    deletion.afterwards();
    var receipt = new Receipt(digest(customer), clock.instant(), by, counts);
    audit.add(by, "customer.erase", receipt.customer, counts.toString());
    return receipt;
  }

  private static String digest(String customer) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(customer.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
