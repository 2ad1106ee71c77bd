package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An admin installs and looks after plugins in a real browser, in both languages. */
@ExtendWith({Browsers.class, OpenHouse.class})
class PluginConsoleIT {

  private static final double SOON_MILLIS = 60_000;

  private final Browsers.Lent browsers;
  private final Site site;

  @TempDir Path folder;

  PluginConsoleIT(Browsers.Lent browsers, Site site) {
    this.browsers = browsers;
    this.site = site;
  }

  @Test
  void a_jar_is_looked_at_first_and_serves_when_the_admin_says_so() throws IOException {
    var jar = withSettings(tiny("console-made").pack(folder));
    var page = console("en-GB", "plugins");
    try {
      page.getByTestId("upload-file").setInputFiles(jar);
      onScreen(page.getByTestId("upload-report"));
      assertThat(page.getByTestId("upload-report")).hasAttribute("data-ok", "true");
      onScreen(page.locator("[data-testid=check][data-name=integrity][data-outcome=PASSED]"));
      onScreen(page.getByTestId("asks"));
      Browsers.screenshot(page, "console-checks-en");
      isForEverybody(page);
      org.assertj.core.api.Assertions.assertThat(dropped("console-made-1.0.0.jar")).doesNotExist();

      page.getByTestId("upload-install").click();
      onScreen(page.locator("[data-testid=fate][data-state=LIVE]"));
      var row = row(page, "console-made", "LIVE");
      onScreen(row);
      page.getByTestId("upload-done").click();

      row.getByTestId("plugin-details").click();
      onScreen(page.getByTestId("facts"));
      Browsers.screenshot(page, "console-details-en");
      page.getByTestId("view-log").click();
      onScreen(page.getByTestId("log"));
      page.getByTestId("view-letters").click();
      onScreen(page.getByTestId("no-letters"));
      page.getByTestId("view-config").click();
      settingIsRefusedAndMended(page);
      page.getByTestId("language").click();
      Browsers.screenshot(page, "console-details-zh");
    } finally {
      Files.deleteIfExists(dropped("console-made-1.0.0.jar"));
      Files.deleteIfExists(dropped("console-made-1.0.0.jar.sha256"));
    }
    page.context().close();
  }

  /** The server's word for what is wrong stands at the field. */
  private static void settingIsRefusedAndMended(Page page) {
    var field = page.locator("[data-testid=config-field][data-key=guests]");
    onScreen(field);
    field.fill("0");
    page.getByTestId("config-save").click();
    onScreen(page.locator("[data-testid=config-problem][data-key=guests]"));
    Browsers.screenshot(page, "console-config-en");
    isForEverybody(page);
    field.fill("8");
    page.getByTestId("config-save").click();
    assertThat(page.getByTestId("config-problem")).hasCount(0);
    onScreen(page.getByTestId("toast"));
  }

  @Test
  void a_file_that_is_no_plugin_is_refused_with_the_check_that_failed() throws IOException {
    var bad = Files.writeString(folder.resolve("poem.jar"), "roses are red");
    var page = console("zh-CN", "plugins");
    page.getByTestId("upload-file").setInputFiles(bad);
    var failed = page.locator("[data-testid=check][data-outcome=FAILED]");
    onScreen(failed);
    assertThat(failed).containsText("poem.jar 不是可读取的 jar");
    assertThat(page.getByTestId("upload-install")).hasCount(0);
    Browsers.screenshot(page, "console-refused-zh");
    page.getByTestId("upload-cancel").click();
    onScreen(page.getByTestId("upload-choose"));
    page.context().close();
  }

  @Test
  void a_new_version_gets_a_share_and_is_taken_back_with_one_click()
      throws IOException, InterruptedException {
    var page = console("zh-CN", "plugins");
    var upgrade = site.upgrade();
    var name = "agent-orders-" + upgrade.version() + ".jar";
    try {
      page.getByTestId("upload-file").setInputFiles(upgrade.jar());
      onScreen(page.getByTestId("upload-way"));
      page.getByTestId("upload-way").selectOption("?rollout=canary&percent=10");
      page.getByTestId("upload-install").click();
      var rollout = page.getByTestId("rollout");
      assertThat(rollout).hasAttribute("data-stage", "CANARY");
      assertThat(rollout).hasAttribute("data-percent", "10");
      assertThat(row(page, "agent-orders", "CANARY").getByTestId("plugin-share"))
          .containsText("10%");
      assertThat(row(page, "agent-orders", "LIVE").getByTestId("plugin-share")).containsText("90%");
      page.getByTestId("upload-done").click();
      Browsers.screenshot(page, "console-rollout-zh");
      isForEverybody(page);
      page.getByTestId("language").click();
      Browsers.screenshot(page, "console-rollout-en");

      page.getByTestId("hold").click();
      page.getByTestId("rollback").click();
      assertThat(rollout).hasCount(0);
      assertThat(row(page, "agent-orders", "LIVE").getByTestId("plugin-share"))
          .containsText("100%");
      var held = page.locator("[data-testid=drop][data-file='%s']".formatted(name));
      onScreen(held);
      Browsers.screenshot(page, "console-held-en");
    } finally {
      for (var suffix : List.of("", ".sha256", ".rollout")) {
        Files.deleteIfExists(dropped(name + suffix));
      }
      site.ordersV1().awaitLive(Duration.ofSeconds(30));
    }
    page.context().close();
  }

  @Test
  void a_token_is_shown_once_and_revoked() {
    var page = console("en-GB", "tokens");
    page.getByTestId("token-create").click();
    page.getByTestId("token-name").fill("from a browser");
    page.getByTestId("dialog-submit").click();
    onScreen(page.getByTestId("token-secret"));
    Browsers.screenshot(page, "console-token-en");
    page.getByTestId("token-close").click();
    var token = page.locator("[data-testid=token][data-name='from a browser']");
    onScreen(token);
    Browsers.screenshot(page, "console-tokens-en");
    isForEverybody(page);
    token.getByTestId("token-revoke").click();
    assertThat(token).hasCount(0);
    page.context().close();
  }

  @Test
  void a_signer_is_trusted_and_revoked() {
    var fingerprint = "cd".repeat(32);
    var page = console("zh-CN", "trust");
    page.getByTestId("trust-add").click();
    page.getByTestId("trust-name").fill("Acme 插件");
    page.getByTestId("trust-what").fill(fingerprint);
    page.getByTestId("dialog-submit").click();
    var held = page.locator("[data-testid=held][data-fingerprint='%s']".formatted(fingerprint));
    assertThat(held).hasAttribute("data-standing", "trusted");
    Browsers.screenshot(page, "console-trust-zh");
    isForEverybody(page);
    held.getByTestId("trust-revoke").click();
    page.getByTestId("dialog-submit").click();
    assertThat(held).hasAttribute("data-standing", "revoked");
    page.context().close();
  }

  @Test
  void the_page_can_be_used_with_the_keyboard_alone() {
    var page = console("zh-CN", "plugins");
    var details = row(page, "agent-orders", "LIVE").getByTestId("plugin-details");
    onScreen(details);
    details.focus();
    page.keyboard().press("Enter");
    onScreen(page.getByTestId("facts"));
    assertThat(details).hasAttribute("aria-expanded", "true");
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    Browsers.screenshot(page, "console-plugins-zh");
    isForEverybody(page);
    page.context().close();
  }

  /** As far as a machine can tell: WCAG 2.2, levels A and AA. */
  private static void isForEverybody(Page page) {
    var found =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    org.assertj.core.api.Assertions.assertThat(found)
        .map(it -> it.getId() + " " + it.getNodes().stream().map(CheckedNode::getHtml).toList())
        .isEmpty();
  }

  private static Path withSettings(Path jar) throws IOException {
    try (var zip = FileSystems.newFileSystem(jar)) {
      Files.writeString(
          zip.getPath("/config.schema.json"),
          """
          {"type": "object", "properties": {
            "guests": {"type": "integer", "minimum": 1, "default": 4, "title": "Guests",
                       "description": "How many may come."},
            "tone": {"type": "string", "enum": ["warm", "brief"], "default": "warm"},
            "open": {"type": "boolean", "default": true}}}
          """);
    }
    return jar;
  }

  private static TinyPlugin tiny(String id) {
    return new TinyPlugin(
        id, "1.0.0", "return Reply.say(\"made\");", List.of("which colour has the console"));
  }

  private Path dropped(String file) {
    return site.pluginFolder().resolve(file);
  }

  private Page console(String language, String tab) {
    return ConsoleWindow.open(browsers, site, language, tab).page();
  }

  private static Locator row(Page page, String plugin, String state) {
    return page.locator(
            "[data-testid=plugin][data-plugin=%s][data-state=%s]".formatted(plugin, state))
        .first();
  }

  private static void onScreen(Locator what) {
    assertThat(what.first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS));
  }
}
