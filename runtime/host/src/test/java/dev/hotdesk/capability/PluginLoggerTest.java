package dev.hotdesk.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginLoggerTest {

  private final Lent lent = new Lent();

  @AfterEach
  void close() {
    lent.close();
  }

  @Test
  void a_line_tells_of_version_generation_and_level() {
    var log = lent.context("").log();
    log.log(Level.WARNING, "Sold {0} of {1}", 3, "tea");
    log.log(Level.INFO, "{not a pattern");
    log.log(Level.INFO, "{0 broken", 1);

    assertThat(log.getName()).isEqualTo("dev.hotdesk.plugin.agent-hours");
    assertThat(lent.logs.tail("agent-hours", 0))
        .containsExactly(
            new PluginLogs.Line(1, Lent.NOW, Level.WARNING, "1.2.0", 1, "Sold 3 of tea"),
            new PluginLogs.Line(2, Lent.NOW, Level.INFO, "1.2.0", 1, "{not a pattern"),
            new PluginLogs.Line(3, Lent.NOW, Level.INFO, "1.2.0", 1, "{0 broken"));
  }

  @Test
  void secrets_are_blotted_out_of_lines_faults_and_addresses() {
    lent.secrets.put("agent-hours/api-key", "p4ss w/rd");
    var log = lent.context("secret:api-key").log();
    log.log(Level.INFO, "Key p4ss w/rd.");
    log.log(Level.INFO, "Asked {0}", "https://x.example/?key=p4ss+w%2Frd");
    log.log(Level.ERROR, "Failed", new IllegalStateException("with p4ss w/rd"));

    assertThat(lent.lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains("*****").doesNotContain("p4ss"));
    assertThat(lent.lines().get(2)).contains("IllegalStateException: with *****");
  }

  @Test
  void a_secret_that_was_renewed_is_blotted_out_once_it_was_read() {
    lent.secrets.put("agent-hours/api-key", "first-one");
    var context = lent.context("secret:api-key");
    lent.secrets.put("agent-hours/api-key", "second-one");
    context.secret("api-key");
    context.log().log(Level.INFO, "first-one, second-one");

    assertThat(lent.lines()).containsExactly("*****, *****");
  }

  @Test
  void each_line_of_a_long_secret_is_blotted_out() {
    lent.secrets.put("agent-hours/pem", "-----BEGIN KEY-----\nMIIEvQIBADANBgkq\n-----END KEY-----");
    lent.context("secret:pem").log().log(Level.INFO, "line MIIEvQIBADANBgkq");

    assertThat(lent.lines()).containsExactly("line *****");
  }

  @Test
  void nobody_can_make_up_a_line_of_another() {
    lent.context("").log().log(Level.INFO, "one\r\n[INFO] admin logged in\u001b[2J");

    assertThat(lent.lines()).containsExactly("one\n    [INFO] admin logged in?[2J");
  }

  @Test
  void a_line_has_an_end() {
    lent.context("").log().log(Level.INFO, "x".repeat(20_000));

    assertThat(lent.lines().getFirst()).hasSize(8_001).endsWith("…");
  }

  @Test
  void debugging_lines_stay_out_unless_asked_for() {
    var log = lent.context("").log();
    log.log(Level.DEBUG, "detail");
    log.log(Level.TRACE, () -> "more detail");
    log.log(Level.OFF, "nothing");

    assertThat(log.isLoggable(Level.DEBUG)).isFalse();
    assertThat(lent.lines()).isEmpty();
  }

  @Test
  void the_latest_500_lines_are_kept_and_can_be_followed() {
    var log = lent.context("").log();
    for (int i = 1; i <= 510; i++) {
      log.log(Level.INFO, "line " + i);
    }

    var all = lent.logs.tail("agent-hours", 0);
    assertThat(all).hasSize(PluginLogs.MOST);
    assertThat(all.getFirst().text()).isEqualTo("line 11");
    assertThat(numbers(508)).containsExactly(509L, 510L);
    assertThat(numbers(510)).isEmpty();
    assertThat(numbers(9_999)).as("of a server before this one").hasSize(PluginLogs.MOST);
    assertThat(lent.logs.tail("agent-other", 0)).isEmpty();
  }

  private List<Long> numbers(long after) {
    return lent.logs.tail("agent-hours", after).stream().map(PluginLogs.Line::number).toList();
  }
}
