package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.CustomerClient;
import dev.hotdesk.bench.client.Staff;
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

/** A plugin that quotes its secret in whatever it throws, and all the places where that is told. */
@ExtendWith(OpenHouse.class)
class SecrecyIT {

  /** Set for the plugin tiny-leaky in the house that all tests share. */
  static final String SECRET = "s3cret-of-the-leaky";

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SENTENCE = "does the leaky kettle whistle";

  private final Site site;

  @TempDir Path folder;

  SecrecyIT(Site site) {
    this.site = site;
  }

  @Test
  void nobody_reads_the_secret_anywhere() throws IOException, InterruptedException {
    var drop = dropped();
    try {
      drop.awaitLive(SOON);
      askInVain();
      assertThat(begin()).isGreaterThanOrEqualTo(500);
      var admin = Staff.login(site.web(), "admin", "admin-demo");
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(read(admin, "dead-letters?plugin=tiny-leaky"))
                      .contains("rang with *****", "later, says *****"));

      assertThat(read(admin, "plugins/tiny-leaky")).contains("*****");
      for (var page :
          new String[] {
            "plugins",
            "plugins/tiny-leaky",
            "plugins/tiny-leaky/timeline",
            "plugins/tiny-leaky/logs",
            "dead-letters",
            "audit",
            "metrics",
            "overview"
          }) {
        assertThat(read(admin, page)).as(page).doesNotContain(SECRET);
      }
      assertThat(drop.status().toString()).doesNotContain(SECRET);
      logs();
    } finally {
      Files.deleteIfExists(drop.file());
    }
  }

  private void logs() throws IOException {
    try (var files = Files.walk(site.dataFolder().resolve("logs"))) {
      var logs = files.filter(it -> it.toString().endsWith(".log")).toList();
      assertThat(logs).anySatisfy(it -> assertThat(it).content().contains("agent with *****"));
      assertThat(logs).allSatisfy(it -> assertThat(it).content().doesNotContain(SECRET));
    }
  }

  private static String read(Staff admin, String path) {
    return admin.web().get("/api/admin/" + path, admin.headers()).orThrow().body();
  }

  private int begin() {
    var answer = site.web().send("POST", "/api/plugins/tiny-leaky/begin", "", Map.of());
    assertThat(answer.body()).doesNotContain(SECRET);
    return answer.status();
  }

  /** The agent throws, and the customer waits for a person. */
  private void askInVain() {
    try (var customer = CustomerClient.connect(site.web(), site.shopOrigin(), "en")) {
      customer.ask(SENTENCE, SOON);
      await().atMost(SOON).until(() -> customer.state().equals("waiting"));
    }
  }

  private Drop dropped() throws IOException {
    var examples = "[tinyleaky.whistle]\n" + SENTENCE + "\nkettle leaky whistle\n";
    var sources =
        Map.of(
            "Kettle",
            source(
                "Agent",
                """
                public Reply respond(Turn turn, AgentContext context) {
                  var token = context.secret("token");
                  var thrown = new IllegalStateException("agent with " + token,
                      new java.io.IOException("because of " + token));
                  thrown.addSuppressed(new IllegalStateException("closing " + token));
                  throw thrown;
                }
                """,
                "Kettle"),
            "Begin",
            function(
                "Begin",
                "new Trigger.OnHttp(\"POST\", \"begin\")",
                """
                context.timers().set("rings", "", context.clock().instant(), "{}");
                context.timers().set("waits", "", context.clock().instant(), "{}");
                throw new IllegalStateException("refused: " + context.secret("token"));
                """),
            "Rings",
            function(
                "Rings",
                "new Trigger.OnTimer(\"rings\")",
                "throw new IllegalStateException(\"rang with \" + context.secret(\"token\"));"),
            "Waits",
            function(
                "Waits",
                "new Trigger.OnTimer(\"waits\")",
                """
                return Outcome.later(java.time.Duration.ofMillis(1),
                    "later, says " + context.secret("token"));
                """));
    var manifest =
        Map.of(
            "Hotdesk-Permissions", "http, timers, secret:token",
            "Hotdesk-Policy", "retries=0; backoff=100ms; deadline=2s");
    var files = Map.of("intents/en.txt", examples, "intents/zh.txt", examples);
    var jar = new TinyJar("tiny-leaky", "1.0.0", manifest, sources, files).pack(folder);
    var drop = new Drop(jar, site.pluginFolder(), "1.0.0");
    drop.copy();
    return drop;
  }

  private static String function(String name, String trigger, String run) {
    return source(
        "PluginFunction",
        """
        public List<Trigger> triggers() {
          return List.of(%s);
        }
        public Outcome run(Invocation invocation, PluginContext context) {
          %s
        }
        """
            .formatted(trigger, run),
        name);
  }

  private static String source(String kind, String members, String name) {
    return """
    package tiny;
    import dev.hotdesk.api.*;
    import java.util.*;
    public final class %s implements %s {
      %s
    }
    """
        .formatted(name, kind, members);
  }
}
