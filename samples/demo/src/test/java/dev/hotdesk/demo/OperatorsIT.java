package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.hotdesk.bench.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two operators in two windows and a customer in a third: every change shows. */
@ExtendWith({Browsers.class, OpenHouse.class})
class OperatorsIT {

  private final Browsers.Lent browsers;
  private final Site site;

  OperatorsIT(Browsers.Lent browsers, Site site) {
    this.browsers = browsers;
    this.site = site;
  }

  @Test
  void a_waiting_customer_is_taken_over_answered_transferred_and_let_go() {
    var amy = DeskWindow.open(browsers, site, "amy");
    var ben = DeskWindow.open(browsers, site, "ben");
    var customer = ShopWindow.open(browsers, site, "zh-CN", "/");
    var words = "尾号 " + System.nanoTime();
    customer.ask("我的订单 20261123-88 到哪了?", "后四位|手机");
    customer.say("转人工");
    customer.awaitState("waiting");
    customer.say(words);

    DeskWindow.sees(amy.card("waiting", words));
    DeskWindow.sees(ben.card("waiting", words));
    var conversation = amy.openCard("waiting", words);
    DeskWindow.sees(amy.said("customer", "20261123-88"));
    assertThat(amy.page().getByTestId("intent").first()).containsText("order.status");
    assertThat(amy.page().getByTestId("slot").first()).containsText("20261123-88");
    assertThat(amy.page().getByTestId("confidence").first()).isVisible();
    Browsers.screenshot(amy.page(), "operator-waiting");

    amy.press("take");
    DeskWindow.sees(amy.cardOf("mine", conversation));
    DeskWindow.sees(ben.cardOf("others", conversation));
    DeskWindow.sees(state(customer, "operator"));

    amy.say("您好,我来帮您看看");
    DeskWindow.sees(line(customer, "您好,我来帮您看看"));
    int answers = customer.messages("agent").count();
    customer.say("我的订单 20261123-88 到哪了?");
    customer.page().waitForTimeout(1_500);
    assertThat(customer.messages("agent")).hasCount(answers);

    amy.press("transfer");
    amy.page().getByTestId("transfer-to").selectOption("ben");
    amy.page().getByTestId("transfer-note").fill("knows the carrier");
    Browsers.screenshot(amy.page(), "operator-transfer");
    amy.press("transfer-submit");
    DeskWindow.sees(ben.cardOf("offered", conversation));
    ben.cardOf("offered", conversation).click();
    assertThat(ben.page().getByTestId("transfer-note-shown")).containsText("knows the carrier");
    Browsers.screenshot(ben.page(), "operator-offered");
    ben.press("accept");
    DeskWindow.sees(ben.cardOf("mine", conversation));
    DeskWindow.sees(amy.cardOf("others", conversation));

    ben.say("这里是 Ben,包裹明天到");
    DeskWindow.sees(line(customer, "这里是 Ben,包裹明天到"));
    Browsers.screenshot(ben.page(), "operator-serving");
    Browsers.screenshot(customer.page(), "customer-served");
    ben.press("close");
    DeskWindow.sees(state(customer, "closed"));
    assertThat(amy.page().locator("[data-testid=card][data-conversation='" + conversation + "']"))
        .hasCount(0);
    customer.close();
    amy.close();
    ben.close();
  }

  @Test
  void the_bot_falls_silent_when_an_operator_takes_its_customer() {
    var amy = DeskWindow.open(browsers, site, "amy");
    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    customer.ask("where is order 20261123-88", "digits|phone");

    var conversation = customer.conversation();
    amy.cardOf("bot", conversation).click();
    amy.press("take");
    DeskWindow.sees(amy.cardOf("mine", conversation));
    customer.say("6688");
    customer.page().waitForTimeout(1_500);

    assertThat(customer.messages("agent")).hasCount(1);
    amy.press("release");
    DeskWindow.sees(state(customer, "bot"));
    customer.close();
    amy.close();
  }

  @Test
  void what_a_customer_types_cannot_harm_the_operator() {
    var amy = DeskWindow.open(browsers, site, "amy");
    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    customer.say("转人工");
    customer.awaitState("waiting");
    var markup = "<img src=x onerror=\"document.title='taken'\">" + System.nanoTime();
    customer.say(markup);

    amy.openCard("waiting", markup);
    DeskWindow.sees(amy.said("customer", markup));

    assertThat(amy.page()).not().hasTitle("taken");
    amy.press("take");
    amy.press("close");
    customer.close();
    amy.close();
  }

  private static Locator state(ShopWindow customer, String state) {
    return customer.page().locator("[data-testid=hotdesk-state][data-state=" + state + "]");
  }

  private static Locator line(ShopWindow customer, String text) {
    return customer.messages("operator").filter(new Locator.FilterOptions().setHasText(text));
  }
}
