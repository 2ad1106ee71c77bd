package dev.hotdesk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hotdesk.bench.client.AdminClient;
import dev.hotdesk.bench.client.Frame;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import dev.hotdesk.jarmaker.SigningKeys;
import dev.hotdesk.launcher.StartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Outside the demo, Hotdesk starts with no password that anybody may know; here with no plugin
 * either that nobody signed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictStartIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private Site site;
  private Throwable refusal;

  @BeforeAll
  void open() throws IOException {
    site = Site.open();
    site.launch(
        it ->
            it.with("HOTDESK_PROFILE", "")
                .with("HOTDESK_ADMIN_PASSWORD", "changeme1234")
                .with("HOTDESK_PLUGINS_UNSIGNED", "refuse"));
    refusal = catchThrowable(site::start);
    site.launch(it -> it.with("HOTDESK_ADMIN_PASSWORD", ""));
    site.start();
  }

  @AfterAll
  void close() throws IOException {
    site.close();
  }

  private AdminClient admin() throws IOException {
    var password =
        Files.readString(site.dataFolder().resolve("first-admin.txt"))
            .lines()
            .filter(line -> line.startsWith("password: "))
            .findFirst()
            .orElseThrow()
            .substring("password: ".length());
    return AdminClient.login(site.web(), "admin", password);
  }

  @Test
  void a_default_password_is_refused_in_one_sentence() {
    assertThat(refusal)
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("HOTDESK_ADMIN_PASSWORD is not safe")
        .hasMessageNotContaining("changeme1234");
  }

  @Test
  void a_generated_password_lets_the_admin_in() throws IOException {
    assertThat(admin().staff().roles()).containsExactly("admin");
  }

  @Test
  void only_a_plugin_of_a_trusted_signer_serves(@TempDir Path folder) throws Exception {
    var keys = new SigningKeys(folder).make("acme");
    var unsigned = tiny("strict-unsigned").pack(folder);
    var plain = Files.readAllBytes(tiny("strict-signed").pack(folder));
    var signed = keys.signed(plain, folder.resolve("strict-signed-1.0.0.jar"), "acme");
    var refused = new Drop(unsigned, site.pluginFolder(), "1.0.0");
    var awaited = new Drop(signed, site.pluginFolder(), "1.0.0");
    refused.copy();
    awaited.copy();

    refused.awaitState("REJECTED", SOON);
    assertThat(refused.status().text("reason")).contains("is not signed; wanted the signature");
    assertThat(refused.status().text("reason_zh")).contains("没有签名；应有本店信任的签名者的签名");
    awaited.awaitState("REJECTED", SOON);
    assertThat(awaited.status().text("reason")).contains("acme", "does not trust");
    assertThat(admin().plugins()).isEmpty();

    var certificate = keys.chain("acme").getFirst().getEncoded();
    var fingerprint =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    admin()
        .staff()
        .post("/api/admin/trust", Frame.body("name", "Acme", "fingerprint", fingerprint));

    awaited.awaitLive(SOON);
    refused.awaitState("REJECTED", SOON); // looked at once more, as more is trusted now
    assertThat(admin().staff().get("/api/admin/trust").text("unsigned")).isEqualTo("refuse");
  }

  private static TinyPlugin tiny(String id) {
    return new TinyPlugin(
        id, "1.0.0", "return Reply.say(\"made\");", List.of("is the strict plugin " + id));
  }
}
