package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An admin at a terminal who follows what a plugin says. */
@ExtendWith(OpenHouse.class)
class CliLogsIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final Map<String, String> SAYS_OVER_HTTP = Map.of("Hotdesk-Permissions", "http");

  private static final Map<String, String> SAYS =
      Map.of(
          "Says",
          """
          package tiny;
          import dev.hotdesk.api.*;
          import java.util.*;
          public final class Says implements PluginFunction {
            @Override
            public List<Trigger> triggers() {
              return List.of(new Trigger.OnHttp("POST", "say"));
            }
            @Override
            public Outcome run(Invocation invocation, PluginContext context) {
              var request = (Invocation.Cause.Request) invocation.cause();
              context.log().log(System.Logger.Level.INFO, request.body());
              return Outcome.done();
            }
          }
          """);

  private final Site site;

  @TempDir Path home;

  CliLogsIT(Site site) {
    this.site = site;
  }

  @Test
  void what_a_plugin_says_is_followed_as_it_says_it() throws IOException, InterruptedException {
    var prompt = new Prompt(site, home);
    prompt.login();
    var jar = new TinyJar("cli-says", "1.0.0", SAYS_OVER_HTTP, SAYS, Map.of()).pack(home);
    var drop = new Drop(jar, site.pluginFolder(), "1.0.0");
    drop.copy();
    var out = home.resolve("followed.txt");
    try {
      drop.awaitLive(SOON);
      say("before");
      var following = prompt.started(out, "plugin", "logs", "cli-says", "-f");
      try {
        await().atMost(Prompt.PATIENCE).until(() -> Files.readString(out).contains("before"));
        say("while it is followed");
        await().atMost(SOON).until(() -> Files.readString(out).contains("while it is followed"));
        assertThat(following.isAlive()).isTrue();
      } finally {
        following.destroy();
      }
    } finally {
      Files.deleteIfExists(drop.file());
    }
  }

  private void say(String text) {
    var answer = site.web().send("POST", "/api/plugins/cli-says/say", text, Map.of());
    assertThat(answer.status()).isEqualTo(204);
  }
}
