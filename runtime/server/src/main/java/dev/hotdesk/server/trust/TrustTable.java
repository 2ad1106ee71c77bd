package dev.hotdesk.server.trust;

import dev.hotdesk.server.sql.Sql;
import dev.hotdesk.verify.Trust;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signers whose plugins may run, and the signers and jars that may not, in the database. Read
 * anew for every jar, so that what an admin says holds for the next one.
 */
public final class TrustTable implements Trust {

  private static final Logger LOG = LoggerFactory.getLogger(TrustTable.class);

  private final Sql sql;
  private final Clock clock;
  private final boolean isUnsignedAllowed;

  /** In this database; whether unsigned plugins may run is the configuration's matter. */
  public TrustTable(DataSource database, Clock clock, boolean isUnsignedAllowed) {
    this.sql = new Sql(database, TrustUnavailableException::new);
    this.clock = clock;
    this.isUnsignedAllowed = isUnsignedAllowed;
    LOG.info(
        isUnsignedAllowed
            ? "Plugins that nobody signed may run; hotdesk.plugins.unsigned=refuse would refuse"
                + " them"
            : "Plugins that nobody signed are refused");
  }

  /** What a fingerprint belongs to. */
  public enum Kind {
    /** A certificate. */
    SIGNER,
    /** One jar, by the hash of its bytes. */
    JAR
  }

  /** What is held of it. */
  public enum Standing {
    /** Plugins with this signature may run. */
    TRUSTED,
    /** They may not, whatever else holds. */
    REVOKED
  }

  /**
   * What is known of one fingerprint.
   *
   * @param fingerprint SHA-256 in lower-case hex
   * @param kind what it belongs to
   * @param standing what is held of it
   * @param name as the admin calls it
   * @param changed when
   * @param by which admin
   */
  public record Entry(
      String fingerprint, Kind kind, Standing standing, String name, Instant changed, String by) {}

  /** Everything, by name. */
  public List<Entry> all() {
    return sql.query(
        "select fingerprint, kind, standing, name, changed, changed_by from plugin_trust"
            + " order by name, fingerprint",
        TrustTable::entry);
  }

  /** Trusts a signer from now on, also one that was revoked. */
  public void trust(String fingerprint, String name, String by) {
    put(fingerprint, Kind.SIGNER, Standing.TRUSTED, name, by);
  }

  /** Refuses what this signer signed, or this jar, from now on. It need not have been known. */
  public void revoke(String fingerprint, Kind kind, String by) {
    put(fingerprint, kind, Standing.REVOKED, "", by);
  }

  @Override
  public Set<String> trustedSigners() {
    return those(Kind.SIGNER, Standing.TRUSTED);
  }

  @Override
  public Set<String> revokedSigners() {
    return those(Kind.SIGNER, Standing.REVOKED);
  }

  @Override
  public Set<String> revokedJars() {
    return those(Kind.JAR, Standing.REVOKED);
  }

  @Override
  public boolean isUnsignedAllowed() {
    return isUnsignedAllowed;
  }

  private Set<String> those(Kind kind, Standing standing) {
    return sql
        .query(
            "select fingerprint from plugin_trust where kind = ? and standing = ?",
            row -> row.getString("fingerprint"),
            kind.name(),
            standing.name())
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** An empty name leaves the one that is there. */
  private void put(String fingerprint, Kind kind, Standing standing, String name, String by) {
    var now = clock.instant();
    var who = by.length() <= 40 ? by : by.substring(0, 40);
    sql.inTransaction(
        connection -> {
          var changed =
              Sql.update(
                  connection,
                  "update plugin_trust set standing = ?, changed = ?, changed_by = ?,"
                      + " name = case when ? = '' then name else ? end"
                      + " where fingerprint = ? and kind = ?",
                  standing.name(),
                  now,
                  who,
                  name,
                  name,
                  fingerprint,
                  kind.name());
          return changed > 0
              ? changed
              : Sql.update(
                  connection,
                  "insert into plugin_trust"
                      + " (fingerprint, kind, standing, name, changed, changed_by)"
                      + " values (?, ?, ?, ?, ?, ?)",
                  fingerprint,
                  kind.name(),
                  standing.name(),
                  name,
                  now,
                  who);
        });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("fingerprint"),
        Kind.valueOf(row.getString("kind")),
        Standing.valueOf(row.getString("standing")),
        row.getString("name"),
        Sql.instant(row, "changed"),
        row.getString("changed_by"));
  }
}
