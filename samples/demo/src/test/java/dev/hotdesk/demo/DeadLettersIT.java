package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.client.Web;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An admin reads in a real browser what a plugin's functions failed at, and lets it be tried anew.
 */
@ExtendWith({Browsers.class, OpenHouse.class})
class DeadLettersIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Browsers.Lent browsers;
  private final Site site;

  @TempDir Path folder;

  DeadLettersIT(Browsers.Lent browsers, Site site) {
    this.browsers = browsers;
    this.site = site;
  }

  @Test
  void a_dead_letter_is_read_and_tried_anew() throws Exception {
    var drop = dropOf("console-letters", "http, storage, timers", functions());
    try (var window = ConsoleWindow.open(browsers, site, "zh-CN", "plugins")) {
      drop.awaitLive(SOON);
      post("console-letters/begin", "");
      window.row("console-letters", "1.0.0", "LIVE").getByTestId("plugin-details").click();
      window.press("view-letters");
      var letter = window.page().getByTestId("letter");
      window.sees(letter);
      assertThat(letter).containsText("插件 console-letters 1.0.0，run：IllegalStateException: 尚未修好");
      window.photograph("console-letters-zh");

      post("console-letters/mend", "");
      letter.getByTestId("letter-replay").click();
      window.seesNo(letter);
      window.sees(window.page().getByTestId("no-letters"));
      Assertions.assertThat(letters()).isEmpty();
      await().atMost(SOON).until(() -> get("console-letters/done").body().contains("mended run"));
    } finally {
      Files.deleteIfExists(drop.file());
    }
  }

  private List<Frame> letters() {
    return Staff.login(site.web(), "admin", "admin-demo")
        .get("/api/admin/dead-letters?plugin=console-letters")
        .parts("letters")
        .toList();
  }

  private void post(String path, String body) {
    var answer = site.web().send("POST", "/api/plugins/" + path, body, Map.of());
    Assertions.assertThat(answer.status()).isEqualTo(204);
  }

  private Web.Answer get(String path) {
    return site.web().send("GET", "/api/plugins/" + path, "", Map.of());
  }

  private static Map<String, String> functions() {
    return Map.of(
        "Begin",
        """
        package tiny;
        import dev.hotdesk.api.*;
        import java.util.*;
        public final class Begin implements PluginFunction {
          @Override
          public List<Trigger> triggers() {
            return List.of(
                new Trigger.OnHttp("POST", "begin"),
                new Trigger.OnHttp("POST", "mend"),
                new Trigger.OnHttp("GET", "done"));
          }
          @Override
          public Outcome run(Invocation invocation, PluginContext context) {
            var request = (Invocation.Cause.Request) invocation.cause();
            switch (request.path().replace("/", "")) {
              case "begin" -> context.timers().set("work", "", context.clock().instant(), "{}");
              case "mend" -> context.storage().put("mended", "");
              default -> {
                return Outcome.answer(200, "text/plain", String.join(" ", context.storage().keys("")));
              }
            }
            return Outcome.done();
          }
        }
        """,
        "Work",
        """
        package tiny;
        import dev.hotdesk.api.*;
        import java.util.*;
        public final class Work implements PluginFunction {
          @Override
          public List<Trigger> triggers() {
            return List.of(new Trigger.OnTimer("work"));
          }
          @Override
          public Outcome run(Invocation invocation, PluginContext context) {
            if (context.storage().get("mended").isEmpty()) {
              throw new IllegalStateException("尚未修好");
            }
            context.storage().put("run", "");
            return Outcome.done();
          }
        }
        """);
  }

  private Drop dropOf(String id, String permissions, Map<String, String> sources)
      throws IOException {
    var manifest =
        Map.of(
            "Hotdesk-Permissions",
            permissions,
            "Hotdesk-Policy",
            "retries=0; backoff=100ms; deadline=2s");
    var jar = new TinyJar(id, "1.0.0", manifest, sources, Map.of()).pack(folder);
    var drop = new Drop(jar, site.pluginFolder(), "1.0.0");
    drop.copy();
    return drop;
  }
}
