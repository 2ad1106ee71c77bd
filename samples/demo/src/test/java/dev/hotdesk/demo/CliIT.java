package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.client.Staff;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An admin at a terminal: {@code bin/hotdesk} of the release against a running server. */
@ExtendWith(OpenHouse.class)
class CliIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final List<String> ANSWER =
      List.of("return Reply.say(\"made\");", "what is the word of the day", "say the daily word");

  private final Site site;

  @TempDir Path home;

  CliIT(Site site) {
    this.site = site;
  }

  @Test
  void who_logs_in_once_works_with_a_token_until_they_log_out()
      throws IOException, InterruptedException {
    var stranger = hotdesk("plugin", "list");
    assertThat(stranger.code()).isEqualTo(4);
    assertThat(stranger.err()).contains("hotdesk login");
    assertThat(typed("wrong", "login", "--user", "admin").code()).isEqualTo(4);
    assertThat(typed("amy-demo", "login", "--user", "amy").code()).isEqualTo(4);

    assertThat(typed("admin-demo", "login", "--user", "admin").code()).isZero();
    assertThat(Files.getPosixFilePermissions(home.resolve(".config/hotdesk/credentials.json")))
        .hasSize(2);
    var known = hotdesk("plugin", "list");
    assertThat(known.code()).isZero();
    assertThat(known.out()).contains("agent-orders", "LIVE");

    assertThat(hotdesk("logout").code()).isZero();
    assertThat(hotdesk("plugin", "list").code()).isEqualTo(4);
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
    login();
    var sound = plugin("cli-made", "1.0.0").pack(home).toString();
    var verified = hotdesk("plugin", "verify", sound, "-o", "json");
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("\"integrity\"", "\"PASSED\"");
    assertThat(hotdesk("plugin", "status", "cli-made").code()).isEqualTo(1);

    var installed = hotdesk("plugin", "install", sound);
    try {
      assertThat(installed.code()).as(installed.err()).isZero();
      assertThat(installed.out()).contains("cli-made 1.0.0: LIVE");
      assertThat(hotdesk("plugin", "status", "cli-made").out()).contains("LIVE", "100%");
      assertThat(hotdesk("plugin", "logs", "cli-made").code()).isZero();
      assertThat(hotdesk("plugin", "config", "get", "cli-made").code()).isZero();
      assertThat(hotdesk("plugin", "config", "get", "nobody").code()).isEqualTo(1);
      assertThat(site.admin().staff().get("/api/admin/audit").toString())
          .contains("plugin.install", "cli-made@1.0.0", "(token cli");
    } finally {
      remove("cli-made-1.0.0.jar");
    }
    var text = Files.writeString(home.resolve("no.jar"), "this is no jar").toString();
    assertThat(hotdesk("plugin", "verify", text).code()).isEqualTo(1);
    assertThat(hotdesk("plugin", "install", text).code()).isEqualTo(1);
    try (var files = Files.list(site.pluginFolder())) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .noneMatch(it -> it.contains("upload") || it.equals("no.jar"));
    }
  }

  @Test
  void a_new_version_gets_a_share_then_all_and_goes_back()
      throws IOException, InterruptedException {
    login();
    var upgrade = site.upgrade();
    var name = "agent-orders-" + upgrade.version() + ".jar";
    try {
      var installed = hotdesk("plugin", "install", upgrade.jar().toString(), "--canary", "20");
      assertThat(installed.code()).as(installed.out() + installed.err()).isZero();
      assertThat(hotdesk("plugin", "list").out()).contains("CANARY", "20%", "80%");
      assertThat(hotdesk("plugin", "canary", "agent-orders", "30").code()).isZero();
      assertThat(hotdesk("plugin", "hold", "agent-orders").code()).isZero();
      assertThat(hotdesk("plugin", "promote", "agent-orders").code()).isZero();
      await().atMost(SOON).untilAsserted(() -> assertThat(serving()).isEqualTo(upgrade.version()));

      assertThat(hotdesk("plugin", "rollback", "agent-orders").code()).isZero();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(serving()).isEqualTo(site.ordersV1().version()));
      assertThat(site.admin().staff().get("/api/admin/plugins/agent-orders/timeline").toString())
          .contains("promote", "admin (token cli");
      assertThat(hotdesk("plugin", "confirm", "agent-orders").code()).isEqualTo(1);
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
    login();
    var good = plugin("cli-one", "1.0.0").pack(home).toString();
    var bad = Files.writeString(home.resolve("bad.jar"), "no jar").toString();

    assertThat(hotdesk("plugin", "install", good, bad).code()).isEqualTo(1);
    assertThat(site.pluginFolder().resolve("cli-one-1.0.0.jar")).doesNotExist();
  }

  @Test
  void trust_is_added_shown_and_revoked() throws IOException, InterruptedException {
    login();
    var fingerprint = "ab".repeat(32);
    assertThat(hotdesk("plugin", "trust", "add", fingerprint, "--name", "Acme").code()).isZero();
    assertThat(hotdesk("plugin", "trust", "list").out()).contains("trusted", "Acme", fingerprint);
    assertThat(hotdesk("plugin", "trust", "revoke", fingerprint).out()).contains("revoked");
    assertThat(hotdesk("plugin", "trust", "add", "nonsense", "--name", "X").code()).isEqualTo(1);
  }

  @Test
  void dead_letters_and_leaks_are_told() throws IOException, InterruptedException {
    login();
    assertThat(hotdesk("plugin", "dead-letters", "list", "-o", "json").out()).contains("letters");
    assertThat(hotdesk("plugin", "dead-letters", "replay", "999999").code()).isEqualTo(1);
    assertThat(hotdesk("plugin", "dead-letters", "replay").code()).isEqualTo(2);
    assertThat(hotdesk("plugin", "leaks", "-o", "json").out()).contains("loaders_alive");
  }

  @Test
  void the_interface_is_described_to_admins_only() {
    var admin = Staff.login(site.web(), "admin", "admin-demo");
    assertThat(admin.get("/api/admin/openapi.json").text("openapi")).startsWith("3.");
    assertThat(site.web().get("/api/admin/openapi.json", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void chinese_is_spoken_where_the_terminal_does() throws IOException, InterruptedException {
    var help = run(Map.of("LC_ALL", "zh_CN.UTF-8"), "", "help", "plugin", "install");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("把若干 jar 作为一组安装");
  }

  private TinyPlugin plugin(String id, String version) {
    return new TinyPlugin(id, version, ANSWER.getFirst(), ANSWER.subList(1, ANSWER.size()));
  }

  private void remove(String file) throws IOException {
    Files.deleteIfExists(site.pluginFolder().resolve(file));
    Files.deleteIfExists(site.pluginFolder().resolve(file + ".sha256"));
  }

  private void login() throws IOException, InterruptedException {
    assertThat(typed("admin-demo", "login", "--user", "admin").code()).isZero();
  }

  private record Ran(int code, String out, String err) {}

  private Ran hotdesk(String... words) throws IOException, InterruptedException {
    return run(Map.of(), "", words);
  }

  private Ran typed(String line, String... words) throws IOException, InterruptedException {
    return run(Map.of(), line + "\n", words);
  }

  private Ran run(Map<String, String> more, String input, String... words)
      throws IOException, InterruptedException {
    var command = new java.util.ArrayList<String>();
    command.add(Site.root().resolve("liberty-config/target/hotdesk/bin/hotdesk").toString());
    command.addAll(List.of(words));
    var out = Files.createTempFile(home, "out", ".txt");
    var err = Files.createTempFile(home, "err", ".txt");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    var environment = new HashMap<>(more);
    environment.put("HOME", home.toString());
    environment.put("HOTDESK_URL", site.web().base().toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().keySet().removeAll(List.of("HOTDESK_TOKEN", "XDG_CONFIG_HOME"));
    builder.environment().putAll(environment);
    var process = builder.start();
    try (var typing = process.getOutputStream()) {
      typing.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " took longer than " + PATIENCE);
    }
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
