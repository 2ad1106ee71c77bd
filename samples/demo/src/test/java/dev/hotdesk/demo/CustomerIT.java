package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.hotdesk.bench.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A customer in the shop asks, in two languages, and is answered from the shop's own data. */
@ExtendWith({Browsers.class, OpenHouse.class})
class CustomerIT {

  private final Browsers.Lent browsers;
  private final Site site;

  CustomerIT(Browsers.Lent browsers, Site site) {
    this.browsers = browsers;
    this.site = site;
  }

  @Test
  void an_order_is_told_of_once_the_customer_has_proved_to_own_it() {
    var window = ShopWindow.open(browsers, site, "zh-CN", "/");

    window.ask("我的订单 20261123-88 到哪了?", "后四位|手机");
    window.ask("6688", "20261123-88");
    Browsers.screenshot(window.page(), "customer-order-zh");
    window.ask("什么时候能到?", "20261123-88|预计|送达|到");
    window.close();
  }

  @Test
  void the_same_in_english() {
    var window = ShopWindow.open(browsers, site, "en-GB", "/");

    window.ask("where is order 20261123-88", "last four|digits|phone");
    window.ask("6688", "20261123-88");
    Browsers.screenshot(window.page(), "customer-order-en");
    window.close();
  }

  @Test
  void an_order_number_that_is_missing_is_asked_for_and_remembered() {
    var window = ShopWindow.open(browsers, site, "en-GB", "/");

    window.ask("where is my order?", "order number|which order");
    window.ask("20261123-88", "last four|digits|phone");
    window.ask("6688", "20261123-88");
    window.close();
  }

  @Test
  void who_has_signed_in_to_the_shop_needs_no_digits() {
    var page = browsers.window("en-GB");
    page.navigate(site.shopOrigin() + "/sign-in");
    page.locator("button[name=customer][value='C-1001']").click();
    var window = new ShopWindow(page);
    window.openChat();

    window.ask("where is order 20261123-88", "20261123-88.*SF");
    Browsers.screenshot(page, "customer-signed-in-en");
    window.close();
  }

  @Test
  void wrong_digits_open_nothing() {
    var window = ShopWindow.open(browsers, site, "en-GB", "/");

    window.ask("where is order 20261123-88", "digits|phone");
    int answers = window.messages("agent").count();
    window.say("0000");
    window.page().waitForTimeout(2_000);

    assertThat(window.messages("agent").last()).not().containsText("SF");
    org.assertj.core.api.Assertions.assertThat(window.messages("agent").count())
        .isGreaterThanOrEqualTo(answers);
    window.close();
  }

  @Test
  void questions_about_the_product_on_the_page_need_no_name() {
    var window = ShopWindow.open(browsers, site, "zh-CN", "/product/SW-1001");

    window.ask("这件毛衣起球吗?", "起球");
    Browsers.screenshot(window.page(), "customer-pilling-zh");
    window.close();
  }

  @Test
  void stock_is_the_shops_own() {
    var window = ShopWindow.open(browsers, site, "en-GB", "/product/SW-1001");

    window.ask("is the blue one in M in stock?", "stock|available|12");
    window.ask("and in XL?", "sold out|out of stock|not in stock|no ");
    Browsers.screenshot(window.page(), "customer-stock-en");
    window.close();
  }

  @Test
  void promotions_are_the_shops_own() {
    var window = ShopWindow.open(browsers, site, "zh-CN", "/");

    window.ask("满300减50还有吗?", "300");
    Browsers.screenshot(window.page(), "customer-promotion-zh");
    window.close();
  }

  @Test
  void what_no_agent_knows_brings_a_person() {
    var window = ShopWindow.open(browsers, site, "en-GB", "/");

    window.say("can you write a poem about the moon landing in Latin?");
    window.awaitState("waiting");
    window.close();
  }

  @Test
  void who_wants_a_person_gets_one() {
    var window = ShopWindow.open(browsers, site, "zh-CN", "/");

    window.say("转人工");
    window.awaitState("waiting");
    Browsers.screenshot(window.page(), "customer-waiting-zh");
    window.close();
  }

  @Test
  void markup_is_shown_as_text() {
    var window = ShopWindow.open(browsers, site, "en-GB", "/");
    var markup = "<img src=x onerror=\"document.title='taken'\"><b>bold</b>";

    window.say(markup);
    window.page().waitForTimeout(500);

    assertThat(window.own(markup)).containsText(markup);
    assertThat(window.page()).not().hasTitle("taken");
    window.close();
  }

  @Test
  void a_conversation_outlives_a_reload_of_the_page() {
    var window = ShopWindow.open(browsers, site, "en-GB", "/");
    window.ask("where is order 20261123-88", "digits|phone");

    window.page().reload();
    window.openChat();

    assertThat(window.own("where is order 20261123-88")).isVisible();
    assertThat(window.messages("agent")).hasCount(1);
    window.close();
  }
}
