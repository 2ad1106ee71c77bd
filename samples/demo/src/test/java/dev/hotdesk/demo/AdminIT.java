package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator at the console drops plugins while a customer chats in another window. */
@ExtendWith({Browsers.class, OpenHouse.class})
class AdminIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final double ON_SCREEN_MILLIS = 60_000;

  private final Browsers.Lent browsers;
  private final Site site;

  AdminIT(Browsers.Lent browsers, Site site) {
    this.browsers = browsers;
    this.site = site;
  }

  @Test
  void the_console_shows_the_house() {
    var page = console();

    page.getByTestId("tab-plugins").click();
    for (var plugin :
        new String[] {"agent-orders", "agent-products", "agent-promotions", "channel-web"}) {
      onScreen(plugin(page, plugin, "LIVE"));
    }
    Browsers.screenshot(page, "admin-plugins");
    page.getByTestId("tab-overview").click();
    onScreen(page.locator("[data-testid=health][data-name=database]"));
    Browsers.screenshot(page, "admin-overview");
    page.getByTestId("tab-audit").click();
    onScreen(page.getByTestId("audit-entry").first());
    page.context().close();
  }

  @Test
  void a_new_version_shows_and_answers_and_the_customer_notices_nothing_else()
      throws IOException, InterruptedException {
    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    customer.ask("where is order 20261123-88", "digits|phone");
    customer.ask("6688", "20261123-88");
    var page = console();
    page.getByTestId("tab-plugins").click();
    try {
      site.upgrade().copy();
      site.upgrade().awaitLive(SOON);

      onScreen(
          page.locator(
              "[data-testid=plugin][data-plugin=agent-orders][data-version='%s'][data-state=LIVE]"
                  .formatted(site.upgrade().version())));
      Browsers.screenshot(page, "admin-upgraded");
      customer.ask("where is order 20261123-88", "20261123-88");
      Browsers.screenshot(customer.page(), "customer-upgraded");
      assertThat(customer.messages("customer")).hasCount(3);
    } finally {
      Files.deleteIfExists(site.upgrade().file());
      site.ordersV1().awaitLive(SOON);
    }
    customer.close();
    page.context().close();
  }

  @Test
  void a_broken_jar_is_refused_with_its_reason_on_the_screen()
      throws IOException, InterruptedException {
    var page = console();
    page.getByTestId("tab-plugins").click();
    var broken = site.broken();
    try {
      broken.copy();
      broken.awaitState("REJECTED", SOON);

      var shown =
          page.locator("[data-testid=drop][data-file='%s']".formatted(broken.file().getFileName()));
      onScreen(shown);
      assertThat(shown.getByTestId("drop-reason")).hasText(broken.status().text("reason"));
      onScreen(plugin(page, "agent-orders", "LIVE"));
      Browsers.screenshot(page, "admin-refused");
    } finally {
      broken.remove();
    }
    page.context().close();
  }

  private Page console() {
    return ConsoleWindow.open(browsers, site, "en-GB", "overview").page();
  }

  private static Locator plugin(Page page, String id, String state) {
    return page.locator("[data-testid=plugin][data-plugin=%s][data-state=%s]".formatted(id, state));
  }

  private static void onScreen(Locator what) {
    assertThat(what.first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(ON_SCREEN_MILLIS));
  }
}
