package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Message;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin backs the embedded database up and restores it, as in docs/administration.md. */
@ExtendWith(OpenHouse.class)
class BackupIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Site site;

  BackupIT(Site site) {
    this.site = site;
  }

  @Test
  void a_back_up_taken_while_a_customer_chats_serves_elsewhere() throws IOException {
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      assertThat(customer.ask("hello there", SOON)).isPresent();
      var before = customer.messages().stream().map(Message::text).toList();
      var zip = Path.of(site.admin().staff().post("/api/admin/backups", Frame.body()).text("file"));
      assertThat(customer.ask("good bye then", SOON)).isPresent();

      try (var restored = Site.open()) {
        restore(zip, site.dataFolder(), restored.dataFolder());
        restored.start();
        try (var back =
            CustomerClient.resume(restored.web(), restored.shopOrigin(), "en", customer.token())) {
          assertThat(back.await(() -> back.messages().size() == before.size(), SOON)).isTrue();
          assertThat(back.messages()).extracting(Message::text).isEqualTo(before);
        }
      }
    }
  }

  private static void restore(Path zip, Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve("security"));
    Files.copy(from.resolve("security/token.secret"), to.resolve("security/token.secret"));
    try (var archive = FileSystems.newFileSystem(zip)) {
      Files.copy(archive.getPath("hotdesk.mv.db"), to.resolve("hotdesk.mv.db"));
    }
  }
}
