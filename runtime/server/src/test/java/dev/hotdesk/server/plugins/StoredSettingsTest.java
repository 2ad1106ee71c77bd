package dev.hotdesk.server.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class StoredSettingsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void settings_have_revisions() {
    checkRevisions(Databases.h2());
  }

  /** Whoever has not seen the latest settings does not replace them. */
  static void checkRevisions(DataSource database) {
    var settings = new StoredSettings(database, Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(settings.find("p")).isEqualTo(new StoredSettings.Given("{}", 0, Instant.EPOCH, ""));

    assertThat(settings.replace("p", "{\"a\":1}", 1, "amy")).isFalse();
    assertThat(settings.replace("p", "{\"a\":1}", 0, "amy")).isTrue();
    assertThat(settings.replace("p", "{\"a\":2}", 0, "sue")).isFalse();
    assertThat(settings.replace("p", "{\"a\":2}", 1, "sue")).isTrue();
    assertThat(settings.replace("p", "{\"a\":3}", 1, "amy")).isFalse();
    assertThat(settings.find("p")).isEqualTo(new StoredSettings.Given("{\"a\":2}", 2, NOW, "sue"));
    assertThat(settings.find("q").revision()).isZero();
  }
}
