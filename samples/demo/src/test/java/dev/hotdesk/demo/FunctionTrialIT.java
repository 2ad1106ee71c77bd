package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Functions of a version that is tried out on a share. */
@ExtendWith(OpenHouse.class)
class FunctionTrialIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String LISTENS =
      TinyFunctions.function(
          "List.of(new Trigger.OnMessage(Author.CUSTOMER), new Trigger.OnHttp(\"GET\","
              + " \"heard\"))",
          """
          if (invocation.cause() instanceof Invocation.Cause.Message message) {
            context.storage().put(message.conversation().replace('.', '-'), "");
            return Outcome.done();
          }
          return Outcome.answer(200, "text/plain", String.join(" ", context.storage().keys("")));
          """);

  private final Site site;

  @TempDir Path folder;

  FunctionTrialIT(Site site) {
    this.site = site;
  }

  @AfterEach
  void remove() throws IOException {
    try (var files = Files.newDirectoryStream(site.pluginFolder(), "tiny-tried-*")) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    }
    await().atMost(SOON).until(() -> get("version").status() == 404);
  }

  @Test
  void get_their_share_of_what_happens_before_it_serves_all() throws Exception {
    plugin("1.0.0", Map.of("Version", version("1"))).copy();
    await().atMost(SOON).until(() -> get("version").body().equals("1"));
    var second = plugin("2.0.0", Map.of("Version", version("2"), "Listens", LISTENS));
    Files.writeString(site.pluginFolder().resolve("tiny-tried-2.0.0.jar.rollout"), "canary 50");
    second.copy();
    second.awaitState("CANDIDATE", SOON);

    var versions = versions();
    assertThat(versions).contains("1", "2");
    assertThat(versions()).as("the same requests once more").isEqualTo(versions);
    assertThat(get("heard").status()).as("what only the candidate answers").isEqualTo(200);
    var conversations = new ArrayList<String>();
    await()
        .atMost(SOON)
        .until(
            () -> {
              conversations.add(conversation());
              var heard = get("heard").body();
              return conversations.stream().anyMatch(heard::contains);
            });
    second.awaitState("CANDIDATE", SOON);
  }

  /** One more customer, who says something. */
  private String conversation() {
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      customer.ask("hello", SOON);
      return customer.token().conversation().replace('.', '-');
    }
  }

  private List<String> versions() {
    return IntStream.range(0, 30).mapToObj(i -> get("version?order=" + i).body()).toList();
  }

  private static String version(String version) {
    return TinyFunctions.get(
        "version", "return Outcome.answer(200, \"text/plain\", \"%s\");".formatted(version));
  }

  private Drop plugin(String version, Map<String, String> functions) {
    var manifest = Map.of("Hotdesk-Permissions", "http, storage, conversation:read");
    return new TinyFunctions("tiny-tried", version, manifest, functions).packed(site, folder);
  }

  private Web.Answer get(String path) {
    return site.web().get("/api/plugins/tiny-tried/" + path, Map.of());
  }
}
