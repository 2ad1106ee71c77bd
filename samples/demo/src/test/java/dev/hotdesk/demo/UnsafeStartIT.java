package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import dev.hotdesk.launcher.StartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Outside the demo, Hotdesk does not start with a password that anybody may know. */
class UnsafeStartIT {

  @Test
  void a_default_password_is_refused_in_one_sentence_and_a_generated_one_lets_the_admin_in()
      throws IOException {
    try (var site = Site.open()) {
      site.launch(
          it -> it.with("HOTDESK_PROFILE", "").with("HOTDESK_ADMIN_PASSWORD", "changeme1234"));
      assertThatThrownBy(site::start)
          .isInstanceOf(StartFailedException.class)
          .hasMessageContaining("HOTDESK_ADMIN_PASSWORD is not safe")
          .hasMessageNotContaining("changeme1234");

      site.launch(it -> it.with("HOTDESK_ADMIN_PASSWORD", ""));
      site.start();
      var password =
          Files.readString(site.dataFolder().resolve("first-admin.txt"))
              .lines()
              .filter(line -> line.startsWith("password: "))
              .findFirst()
              .orElseThrow()
              .substring("password: ".length());
      assertThat(Staff.login(site.web(), "admin", password).roles()).containsExactly("admin");
    }
  }
}
