package dev.hotdesk.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisTest {

  @TempDir Path logs;

  @Test
  void names_the_port_that_is_taken() throws IOException {
    assertThat(
            cause(
                "E CWWKO0221E: TCP Channel defaultHttpEndpoint initialization did not succeed. The"
                    + " socket bind did not succeed for host * and port 9080."))
        .isEqualTo("Port 9080 is already in use.");
  }

  @Test
  void names_the_database_that_does_not_answer() throws IOException {
    assertThat(
            cause(
                "org.postgresql.util.PSQLException: Connection to db.shop:5432 refused. Check"
                    + " that the hostname and port are correct."))
        .isEqualTo("The database at db.shop:5432 does not answer.");
  }

  @Test
  void prefers_what_hotdesk_itself_says() throws IOException {
    assertThat(
            cause(
                "[11/23/26, 6:05:31:614 UTC] 0000002b dev.hotdesk.assembly.Assembly       E"
                    + " HOTDESK_ADMIN_PASSWORD is too short\n"
                    + "E SRVE0283E: Exception caught while initializing context:"
                    + " java.lang.IllegalStateException: x"))
        .isEqualTo("Hotdesk did not start: HOTDESK_ADMIN_PASSWORD is too short.");
  }

  @Test
  void leaves_out_the_names_of_exceptions() throws IOException {
    assertThat(
            cause(
                "E SRVE0283E: Exception caught while initializing context:"
                    + " jakarta.persistence.RollbackException: no table note"))
        .isEqualTo("Hotdesk did not start: no table note.");
  }

  @Test
  void names_the_setting_that_is_unusable() throws IOException {
    assertThat(
            cause(
                "E SRVE0279E: Error occured while processing global listeners for the application"
                    + " hotdesk: com.ibm.wsspi.injectionengine.InjectionException:"
                    + " java.lang.IllegalArgumentException: hotdesk.token.life: wanted a time"))
        .isEqualTo("Hotdesk did not start: hotdesk.token.life: wanted a time.");
  }

  @Test
  void knows_nothing_from_a_healthy_log() throws IOException {
    var log = Files.writeString(logs.resolve("messages.log"), "I CWWKF0011I: ready");
    assertThat(new Diagnosis(log, logs.resolve("none")).cause()).isEmpty();
  }

  private String cause(String text) throws IOException {
    var log = Files.writeString(logs.resolve("messages.log"), text);
    return new Diagnosis(log).cause().orElse("");
  }
}
