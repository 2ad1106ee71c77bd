package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.hotdesk.bench.site.Drop;
import dev.hotdesk.bench.site.Site;
import dev.hotdesk.jarmaker.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an admin decides about plugins in a real browser, in Chinese. */
@ExtendWith({Browsers.class, OpenHouse.class})
class PluginDecisionsIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final Browsers.Lent browsers;
  private final Site site;

  @TempDir Path folder;

  PluginDecisionsIT(Browsers.Lent browsers, Site site) {
    this.browsers = browsers;
    this.site = site;
  }

  @Test
  void a_plugin_whose_signer_is_revoked_is_flagged_disabled_and_enabled_once_he_is_trusted_again()
      throws Exception {
    var keys = new SigningKeys(folder).make("acme");
    var plain = tiny("console-signed").pack(Files.createDirectory(folder.resolve("plain")));
    var jar = folder.resolve(plain.getFileName());
    keys.signed(Files.readAllBytes(plain), jar, "acme");
    var drop = new Drop(jar, site.pluginFolder(), "1.0.0");
    try (var window = ConsoleWindow.open(browsers, site, "zh-CN", "trust")) {
      trust(window, keys);
      drop.copy();
      drop.awaitLive(SOON);

      held(window).getByTestId("trust-revoke").click();
      window.press("dialog-submit");
      assertThat(held(window)).hasAttribute("data-standing", "revoked");
      window.press("tab-plugins");
      var row = window.row("console-signed", "1.0.0", "LIVE");
      window.sees(row.getByTestId("revoked"));
      window.photograph("console-revoked-zh");

      row.getByTestId("plugin-disable").click();
      var file = window.drop(jar.getFileName().toString());
      window.sees(file);
      assertThat(file.getByTestId("drop-reason")).hasText("管理员已停用它。");
      window.seesNo(window.row("console-signed", "1.0.0", "LIVE"));
      window.photograph("console-disabled-zh");

      window.press("tab-trust");
      trust(window, keys);
      window.press("tab-plugins");
      file.getByTestId("drop-enable").click();
      window.sees(row);
      window.seesNo(row.getByTestId("revoked"));
    } finally {
      Files.deleteIfExists(drop.file());
    }
  }

  /** With a file, as a signer hands it out. */
  private void trust(ConsoleWindow window, SigningKeys keys)
      throws IOException, CertificateEncodingException {
    var encoded = keys.chain("acme").getFirst().getEncoded();
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    var pem =
        Files.writeString(
            folder.resolve("acme.pem"),
            "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
    window.press("trust-add");
    window.page().getByTestId("trust-name").fill("Acme 签名");
    window.page().getByTestId("trust-file").setInputFiles(pem);
    assertThat(window.page().getByTestId("trust-what")).hasValue(Files.readString(pem));
    window.press("dialog-submit");
    assertThat(held(window)).hasAttribute("data-standing", "trusted");
  }

  private static Locator held(ConsoleWindow window) {
    return window
        .page()
        .getByTestId("held")
        .filter(new Locator.FilterOptions().setHasText("Acme 签名"));
  }

  @Test
  void an_upgrade_without_a_way_back_waits_until_the_admin_agrees() throws Exception {
    var first = remembering("1.0.0", 1);
    var second = remembering("2.0.0", 2);
    try (var window = ConsoleWindow.open(browsers, site, "zh-CN", "plugins")) {
      first.copy();
      first.awaitLive(SOON);
      second.copy();

      var rollout = window.page().getByTestId("rollout");
      window.sees(rollout);
      assertThat(rollout).hasAttribute("data-stage", "WAITING");
      var waiting = window.drop("console-form-2.0.0.jar").getByTestId("drop-reason");
      assertThat(waiting).containsText("无法退回到 1.0.0");
      window.sees(window.row("console-form", "1.0.0", "LIVE"));
      window.photograph("console-one-way-zh");

      window.press("confirm");
      window.sees(window.row("console-form", "2.0.0", "LIVE"));
      window.seesNo(rollout);
    } finally {
      Files.deleteIfExists(second.file());
      Files.deleteIfExists(first.file());
    }
  }

  /** An agent that remembers conversations in this form, and knows no other. */
  private Drop remembering(String version, int form) {
    var source =
        """
        package tiny;
        import dev.hotdesk.api.*;
        public final class Forms implements Agent {
          @Override
          public int memoryVersion() {
            return %d;
          }
          @Override
          public String upgradeMemory(String document, int from) {
            return document;
          }
          @Override
          public Reply respond(Turn turn, AgentContext context) {
            return Reply.say("made");
          }
        }
        """
            .formatted(form);
    var examples = "[consoleform.made]\nwhich form does the console fill\n";
    var files = Map.of("intents/en.txt", examples, "intents/zh.txt", examples);
    var jar =
        new TinyJar("console-form", version, Map.of(), Map.of("Forms", source), files).pack(folder);
    return new Drop(jar, site.pluginFolder(), version);
  }

  private static TinyPlugin tiny(String id) {
    return new TinyPlugin(
        id, "1.0.0", "return Reply.say(\"made\");", List.of("who signed the console's letter"));
  }
}
