package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.hotdesk.bench.site.Site;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A shop that closes and asks how it was, in real browsers; on a server of its own, since all
 * others are open.
 */
@ExtendWith(Browsers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningIT {

  private final Browsers.Lent browsers;
  private Site site;

  OpeningIT(Browsers.Lent browsers) {
    this.browsers = browsers;
  }

  @BeforeAll
  void open() throws IOException {
    site = Site.open();
    site.launch(
        it -> it.with("HOTDESK_SESSION_SURVEY", "PT1H").with("HOTDESK_SESSION_WRAP_UP", "PT10M"));
    site.start();
  }

  @AfterAll
  void close() throws IOException {
    site.close();
  }

  @Test
  void who_comes_while_the_shop_is_closed_leaves_a_message_and_says_how_it_was_in_the_end() {
    var console = ConsoleWindow.open(browsers, site, "en-GB", "hours");
    hours(console, "");
    assertThat(console.page().getByTestId("store-hours")).hasAttribute("data-open", "false");
    console.photograph("console-hours");

    var customer = ShopWindow.open(browsers, site, "zh-CN", "/");
    customer.say("转人工");
    customer.awaitState("offline");
    DeskWindow.sees(customer.page().getByTestId("hotdesk-offline"));
    Browsers.screenshot(customer.page(), "customer-offline-zh");
    customer.page().getByTestId("hotdesk-leave-text").fill("请明天回电");
    customer.page().getByTestId("hotdesk-leave-contact").fill("13800138000");
    customer.page().getByTestId("hotdesk-leave").click();
    assertThat(customer.own("请明天回电")).hasAttribute("data-status", "sent");

    var amy = DeskWindow.open(browsers, site, "amy");
    amy.cardOf("offline", customer.conversation()).click();
    assertThat(amy.page().getByTestId("left-contact")).containsText("13800138000");
    Browsers.screenshot(amy.page(), "operator-left-message");

    console.press("hours-edit");
    fill(console, "00:00-24:00");
    assertThat(console.page().getByTestId("store-hours")).hasAttribute("data-open", "true");
    DeskWindow.sees(amy.cardOf("waiting", customer.conversation()));
    console.close();

    amy.press("take");
    putAsideAndWrapUp(amy, customer.conversation());
    DeskWindow.sees(customer.page().getByTestId("hotdesk-survey"));
    Browsers.screenshot(customer.page(), "customer-survey-zh");
    customer.page().getByTestId("hotdesk-score-4").check();
    customer.page().getByTestId("hotdesk-comment").fill("很快");
    customer.page().getByTestId("hotdesk-rate").click();
    assertThat(amy.page().getByTestId("rated")).hasAttribute("data-score", "4");
    Browsers.screenshot(amy.page(), "operator-rated");
    customer.close();
    amy.close();
  }

  private static void putAsideAndWrapUp(DeskWindow amy, String conversation) {
    amy.press("snooze");
    amy.page().getByTestId("snooze-note").fill("waits for the carrier");
    Browsers.screenshot(amy.page(), "operator-snooze");
    amy.press("snooze-submit");
    DeskWindow.sees(amy.cardOf("snoozed", conversation));
    amy.press("wake");
    amy.press("wrap-up");
    Browsers.screenshot(amy.page(), "operator-wrap-up");
    amy.press("finish");
  }

  private static void hours(ConsoleWindow console, String periods) {
    console.press("hours-add");
    fill(console, periods);
  }

  private static void fill(ConsoleWindow console, String periods) {
    for (var day : java.time.DayOfWeek.values()) {
      var field = "hours-" + day.name().toLowerCase(java.util.Locale.ROOT);
      console.page().getByTestId(field).fill(periods);
    }
    console.press("dialog-submit");
    console.seesNo(console.page().getByTestId("hours-dialog"));
  }
}
