package dev.hotdesk.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.server.trust.TrustTable.Kind;
import dev.hotdesk.server.trust.TrustTable.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do for trust. */
abstract class TrustTableContract {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final String ONE = "1".repeat(64);
  private static final String TWO = "2".repeat(64);

  private TrustTable table;

  abstract DataSource database();

  @BeforeEach
  void lay() {
    table = new TrustTable(database(), Clock.fixed(NOW, ZoneOffset.UTC), true);
  }

  @Test
  void whom_an_admin_trusts_is_trusted() {
    table.trust(ONE, "Acme", "admin");

    assertThat(table.trustedSigners()).containsExactly(ONE);
    assertThat(table.revokedSigners()).isEmpty();
    assertThat(table.all())
        .containsExactly(
            new TrustTable.Entry(ONE, Kind.SIGNER, Standing.TRUSTED, "Acme", NOW, "admin"));
  }

  @Test
  void who_is_revoked_is_trusted_no_more_and_keeps_the_name() {
    table.trust(ONE, "Acme", "admin");
    table.revoke(ONE, Kind.SIGNER, "sue");

    assertThat(table.trustedSigners()).isEmpty();
    assertThat(table.revokedSigners()).containsExactly(ONE);
    assertThat(table.all())
        .containsExactly(
            new TrustTable.Entry(ONE, Kind.SIGNER, Standing.REVOKED, "Acme", NOW, "sue"));
  }

  @Test
  void who_is_trusted_again_is_revoked_no_more() {
    table.revoke(ONE, Kind.SIGNER, "admin");
    table.trust(ONE, "Acme", "admin");

    assertThat(table.trustedSigners()).containsExactly(ONE);
    assertThat(table.revokedSigners()).isEmpty();
  }

  @Test
  void a_jar_is_revoked_by_its_hash_and_is_no_signer() {
    table.revoke(ONE, Kind.JAR, "admin");
    table.trust(TWO, "Acme", "admin");

    assertThat(table.revokedJars()).containsExactly(ONE);
    assertThat(table.revokedSigners()).isEmpty();
  }

  @Test
  void a_long_name_of_who_did_it_is_cut() {
    table.trust(ONE, "Acme", "x".repeat(60));
    assertThat(table.all().getFirst().by()).hasSize(40);
  }
}
