package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Hotdesk without what it needs from outside: customers reach a person all the same. */
class BadSetupIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void without_its_models_or_the_shops_database_customers_wait_for_a_person() throws IOException {
    Files.write(folder.resolve("bge-small-zh-v1.5-q.onnx"), new byte[100]);
    try (var site = Site.open()) {
      site.launch(it -> it.with("HOTDESK_MODELS", folder.toString()));
      site.start();
      assertThat(reason(site)).isEqualTo("model_unavailable");
      assertThat(site.admin().overview().parts("health"))
          .anyMatch(
              it ->
                  it.text("name").equals("models")
                      && it.text("detail").contains("bge-small-zh-v1.5-q.onnx"));
      site.stop();

      site.launch(
          it ->
              it.with("HOTDESK_MODELS", "")
                  .with("HOTDESK_SHOP_DB_URL", "jdbc:h2:tcp://localhost:1/nowhere"));
      site.start();
      assertThat(reason(site)).isEqualTo("erp_unavailable");
    }
  }

  private static String reason(Site site) {
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      for (var text : List.of("where is order 20261123-88", "6688", "where is order 20261123-88")) {
        if (!customer.state().equals("waiting")) { // nobody answers before a person does
          customer.ask(text, SOON);
        }
      }
      assertThat(customer.state()).isEqualTo("waiting");
      return customer.reason();
    }
  }
}
