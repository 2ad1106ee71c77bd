package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An admin at a terminal: {@code bin/hotdesk} of the release against a running server. */
@ExtendWith(OpenHouse.class)
class CliIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final List<String> ANSWER =
      List.of("return Reply.say(\"made\");", "what is the word of the day", "say the daily word");

  private final Site site;
  private Prompt prompt;

  @TempDir Path home;

  CliIT(Site site) {
    this.site = site;
  }

  @BeforeEach
  void open() {
    prompt = new Prompt(site, home);
  }

  @Test
  void who_logs_in_once_works_with_a_token_until_they_log_out()
      throws IOException, InterruptedException {
    var stranger = prompt.hotdesk("plugin", "list");
    assertThat(stranger.code()).isEqualTo(4);
    assertThat(stranger.err()).contains("hotdesk login");
    assertThat(prompt.typed("wrong", "login", "--user", "admin").code()).isEqualTo(4);
    assertThat(prompt.typed("amy-demo", "login", "--user", "amy").code()).isEqualTo(4);

    assertThat(prompt.typed("admin-demo", "login", "--user", "admin").code()).isZero();
    assertThat(Files.getPosixFilePermissions(home.resolve(".config/hotdesk/credentials.json")))
        .hasSize(2);
    var known = prompt.hotdesk("plugin", "list");
    assertThat(known.code()).isZero();
    assertThat(known.out()).contains("agent-orders", "LIVE");

    assertThat(prompt.hotdesk("logout").code()).isZero();
    assertThat(prompt.hotdesk("plugin", "list").code()).isEqualTo(4);
  }

  @Test
  void a_revoked_token_opens_nothing_and_no_token_makes_another() {
    var admin = Staff.login(site.web(), "admin", "admin-demo");
    var made = admin.post("/api/admin/tokens", Frame.body("name", "a test", "days", 1));
    var bearer = Map.of("Authorization", "Bearer " + made.text("token"));
    var web = site.web();

    assertThat(web.get("/api/admin/plugins", bearer).status()).isEqualTo(200);
    assertThat(web.get("/api/access/me", bearer).status()).isEqualTo(403);
    assertThat(web.post("/api/admin/tokens", Frame.body("name", "more"), bearer).status())
        .isEqualTo(403);
    assertThat(web.get("/api/admin/audit", bearer).body()).doesNotContain(made.text("token"));
    assertThat(
            web.send("DELETE", "/api/admin/tokens/" + made.text("id"), "", admin.headers())
                .status())
        .isEqualTo(204);
    assertThat(web.get("/api/admin/plugins", bearer).status()).isEqualTo(401);
  }

  @Test
  void a_plugin_is_verified_installed_shown_and_refused() throws IOException, InterruptedException {
    prompt.login();
    var sound = plugin("cli-made", "1.0.0").pack(home).toString();
    var verified = prompt.hotdesk("plugin", "verify", sound, "-o", "json");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("\"integrity\"", "\"PASSED\"");
    assertThat(prompt.hotdesk("plugin", "status", "cli-made").code()).isEqualTo(1);

    var installed = prompt.hotdesk("plugin", "install", sound);
    try {
      assertThat(installed.code()).as(installed.err()).isZero();
      assertThat(installed.out()).contains("cli-made 1.0.0: LIVE");
      assertThat(prompt.hotdesk("plugin", "status", "cli-made").out()).contains("LIVE", "100%");
      assertThat(prompt.hotdesk("plugin", "logs", "cli-made").code()).isZero();
      assertThat(prompt.hotdesk("plugin", "config", "get", "cli-made").code()).isZero();
      assertThat(prompt.hotdesk("plugin", "config", "get", "nobody").code()).isEqualTo(1);
      assertThat(site.admin().staff().get("/api/admin/audit").toString())
          .contains("plugin.install", "cli-made@1.0.0", "(token cli");
    } finally {
      remove("cli-made-1.0.0.jar");
    }
    var text = Files.writeString(home.resolve("no.jar"), "this is no jar").toString();
    assertThat(prompt.hotdesk("plugin", "verify", text).code()).isEqualTo(1);
    assertThat(prompt.hotdesk("plugin", "install", text).code()).isEqualTo(1);
    try (var files = Files.list(site.pluginFolder())) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .noneMatch(it -> it.contains("upload") || it.equals("no.jar"));
    }
  }

  @Test
  void a_new_version_gets_a_share_then_all_and_goes_back()
      throws IOException, InterruptedException {
    prompt.login();
    var upgrade = site.upgrade();
    var name = "agent-orders-" + upgrade.version() + ".jar";
    try {
      var installed =
          prompt.hotdesk("plugin", "install", upgrade.jar().toString(), "--canary", "20");
      assertThat(installed.code()).as(installed.out() + installed.err()).isZero();
      assertThat(prompt.hotdesk("plugin", "list").out()).contains("CANARY", "20%", "80%");
      assertThat(prompt.hotdesk("plugin", "canary", "agent-orders", "30").code()).isZero();
      assertThat(prompt.hotdesk("plugin", "hold", "agent-orders").code()).isZero();
      assertThat(prompt.hotdesk("plugin", "promote", "agent-orders").code()).isZero();
      await().atMost(SOON).untilAsserted(() -> assertThat(serving()).isEqualTo(upgrade.version()));

      assertThat(prompt.hotdesk("plugin", "rollback", "agent-orders").code()).isZero();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(serving()).isEqualTo(site.ordersV1().version()));
      assertThat(site.admin().staff().get("/api/admin/plugins/agent-orders/timeline").toString())
          .contains("promote", "admin (token cli");
      assertThat(prompt.hotdesk("plugin", "confirm", "agent-orders").code()).isEqualTo(1);
    } finally {
      remove(name);
      Files.deleteIfExists(site.pluginFolder().resolve(name + ".rollout"));
      site.ordersV1().awaitLive(SOON);
    }
  }

  private String serving() {
    return site.admin().live("agent-orders").map(AdminClient.Plugin::version).orElse("");
  }

  @Test
  void several_jars_come_together_or_not_at_all() throws IOException, InterruptedException {
    prompt.login();
    var good = plugin("cli-one", "1.0.0").pack(home).toString();
    var bad = Files.writeString(home.resolve("bad.jar"), "no jar").toString();

    assertThat(prompt.hotdesk("plugin", "install", good, bad).code()).isEqualTo(1);
    assertThat(site.pluginFolder().resolve("cli-one-1.0.0.jar")).doesNotExist();
  }

  @Test
  void trust_is_added_shown_and_revoked() throws IOException, InterruptedException {
    prompt.login();
    var fingerprint = "ab".repeat(32);
    assertThat(prompt.hotdesk("plugin", "trust", "add", fingerprint, "--name", "Acme").code())
        .isZero();
    assertThat(prompt.hotdesk("plugin", "trust", "list").out())
        .contains("trusted", "Acme", fingerprint);
    assertThat(prompt.hotdesk("plugin", "trust", "revoke", fingerprint).out()).contains("revoked");
    assertThat(prompt.hotdesk("plugin", "trust", "add", "nonsense", "--name", "X").code())
        .isEqualTo(1);
  }

  @Test
  void dead_letters_and_leaks_are_told() throws IOException, InterruptedException {
    prompt.login();
    assertThat(prompt.hotdesk("plugin", "dead-letters", "list", "-o", "json").out())
        .contains("letters");
    assertThat(prompt.hotdesk("plugin", "dead-letters", "replay", "999999").code()).isEqualTo(1);
    assertThat(prompt.hotdesk("plugin", "dead-letters", "replay").code()).isEqualTo(2);
    assertThat(prompt.hotdesk("plugin", "leaks", "-o", "json").out()).contains("loaders_alive");
  }

  @Test
  void the_interface_is_described_to_admins_only() {
    var admin = Staff.login(site.web(), "admin", "admin-demo");
    assertThat(admin.get("/api/admin/openapi.json").text("openapi")).startsWith("3.");
    assertThat(site.web().get("/api/admin/openapi.json", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void chinese_is_spoken_where_the_terminal_does() throws IOException, InterruptedException {
    var help = prompt.run(Map.of("LC_ALL", "zh_CN.UTF-8"), "", "help", "plugin", "install");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("把若干 jar 作为一组安装");

    prompt.login();
    var text = Files.writeString(home.resolve("no.jar"), "this is no jar").toString();
    assertThat(prompt.hotdesk("plugin", "verify", text, "--lang", "zh").out())
        .contains("no.jar 不是可读取的 jar");
    var told = prompt.hotdesk("plugin", "verify", text, "-o", "json").out();
    assertThat(told).contains("no.jar is not a readable jar", "integrity.unreadable");
  }

  private TinyPlugin plugin(String id, String version) {
    return new TinyPlugin(id, version, ANSWER.getFirst(), ANSWER.subList(1, ANSWER.size()));
  }

  private void remove(String file) throws IOException {
    Files.deleteIfExists(site.pluginFolder().resolve(file));
    Files.deleteIfExists(site.pluginFolder().resolve(file + ".sha256"));
  }
}
