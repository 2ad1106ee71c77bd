package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Page;
import dev.hotdesk.bench.site.Site;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a session's life looks like to customers and operators, in real browsers. */
@ExtendWith({Browsers.class, OpenHouse.class})
class ScreensIT {

  private final Browsers.Lent browsers;
  private final Site site;

  ScreensIT(Browsers.Lent browsers, Site site) {
    this.browsers = browsers;
    this.site = site;
  }

  @Test
  void who_waits_sees_their_place_and_operators_see_why_they_are_there() {
    var customer = ShopWindow.open(browsers, site, "zh-CN", "/");
    var words = waits(customer);
    assertThat(customer.page().getByTestId("hotdesk-queue"))
        .hasAttribute("data-position", Pattern.compile("[1-9]\\d*"));
    assertThat(customer.page().getByTestId("hotdesk-queue")).containsText("您排在第");
    Browsers.screenshot(customer.page(), "customer-queue-zh");

    var amy = DeskWindow.open(browsers, site, "amy");
    amy.openCard("waiting", words);
    DeskWindow.sees(amy.page().getByTestId("place"));
    amy.press("why");
    DeskWindow.sees(amy.page().getByTestId("reason"));
    Browsers.screenshot(amy.page(), "operator-why");
    isForEverybody(amy.page());
    amy.press("why-close");

    amy.press("take");
    DeskWindow.sees(amy.page().getByTestId("composer"));
    assertThat(customer.page().getByTestId("hotdesk-queue")).isHidden();
    amy.press("close");
    customer.close();
    amy.close();
  }

  @Test
  void both_sides_see_how_far_the_other_has_got_and_what_was_taken_back() {
    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    var words = waits(customer);
    var amy = DeskWindow.open(browsers, site, "amy");
    amy.openCard("waiting", words);
    amy.press("take");
    DeskWindow.sees(amy.page().getByTestId("composer"));
    assertThat(customer.own(words)).hasAttribute("data-receipt", "read");
    amy.say("You get 50 % off");
    assertThat(amy.said("operator", "50 %").getByTestId("receipt"))
        .hasAttribute("data-receipt", "read");
    Browsers.screenshot(amy.page(), "operator-receipts");

    amy.said("operator", "50 %").getByTestId("recall-message").click();
    DeskWindow.sees(amy.page().getByTestId("recalled"));
    assertThat(customer.page().locator("[data-testid=hotdesk-message][data-recalled]"))
        .containsText("taken back");
    assertThat(customer.page().getByTestId("hotdesk-log")).not().containsText("50 %");
    Browsers.screenshot(customer.page(), "customer-recalled");
    Browsers.screenshot(amy.page(), "operator-recalled");
    amy.press("close");
    customer.close();
    amy.close();
  }

  @Test
  void an_operator_says_how_they_are_finds_what_was_said_and_takes_the_next() {
    var customer = ShopWindow.open(browsers, site, "en-GB", "/");
    var words = waits(customer);
    var amy = DeskWindow.open(browsers, site, "amy");
    amy.page().getByTestId("status").selectOption("busy");
    assertThat(amy.page().getByTestId("status")).hasAttribute("data-status", "busy");
    amy.page().getByTestId("status").selectOption("online");
    assertThat(amy.page().getByTestId("capacity")).hasText(Pattern.compile("\\d+/\\d+"));

    DeskWindow.sees(amy.card("waiting", words));
    amy.press("next");
    DeskWindow.sees(amy.page().getByTestId("composer"));
    var given = amy.page().getByTestId("thread").getAttribute("data-conversation");
    amy.page().keyboard().press("Control+k");
    amy.page().getByTestId("search-words").fill(words.substring("receipt ".length()));
    DeskWindow.sees(amy.page().getByTestId("hit"));
    Browsers.screenshot(amy.page(), "operator-search");
    isForEverybody(amy.page());
    amy.page().getByTestId("hit").first().click();
    DeskWindow.sees(amy.said("customer", words));
    for (var mine : List.of(given, customer.conversation())) {
      release(amy, mine);
    }
    customer.close();
    amy.close();
  }

  @Test
  void groups_skills_and_rules_are_edited_and_tried_in_the_console() {
    var console = ConsoleWindow.open(browsers, site, "en-GB", "teams");
    console.press("group-create");
    console.page().getByTestId("group-name").fill("returns");
    console.page().getByTestId("member-amy").check();
    console.press("dialog-submit");
    console.sees(console.page().locator("[data-testid=group][data-name=returns]"));
    var amy = console.page().locator("[data-testid=profile][data-login=amy]");
    profile(console, "3", "refunds, english");
    assertThat(amy.getByTestId("profile-capacity")).hasText("3");
    assertThat(amy.getByTestId("profile-skills")).hasText("english, refunds");
    console.photograph("console-teams");
    isForEverybody(console.page());
    profile(console, "0", "");

    console.press("tab-routing");
    console.press("rule-add");
    console.page().getByTestId("rule-name").last().fill("Returns");
    console.page().getByTestId("rule-group").last().fill("returns");
    console.page().getByTestId("rule-store").last().fill("nowhere");
    console.page().getByTestId("try-store").fill("nowhere");
    console.press("try-submit");
    assertThat(console.page().getByTestId("tried")).hasAttribute("data-group", "returns");
    console.photograph("console-routing");
    isForEverybody(console.page());
    console.press("rules-save");
    assertThat(console.page().getByTestId("rules-save")).isDisabled();
    console.page().getByTestId("rule-remove").last().click();
    console.press("rules-save");
    assertThat(console.page().getByTestId("rules-save")).isDisabled();

    console.press("tab-teams");
    console
        .page()
        .locator("[data-testid=group][data-name=returns]")
        .getByTestId("group-remove")
        .click();
    console.press("dialog-submit");
    console.seesNo(console.page().locator("[data-testid=group][data-name=returns]"));
    console.close();
  }

  private static void profile(ConsoleWindow console, String capacity, String skills) {
    console
        .page()
        .locator("[data-testid=profile][data-login=amy]")
        .getByTestId("profile-edit")
        .click();
    console.page().getByTestId("new-capacity").fill(capacity);
    console.page().getByTestId("new-skills").fill(skills);
    console.press("dialog-submit");
    console.seesNo(console.page().getByTestId("profile-dialog"));
  }

  /** Whoever was taken is let go, so that the next test finds the house as it was. */
  private static void release(DeskWindow desk, String conversation) {
    var card = desk.cardOf("mine", conversation);
    if (card.count() > 0) {
      card.click();
      desk.press("close");
      assertThat(card).hasCount(0);
    }
  }

  private static String waits(ShopWindow customer) {
    customer.say("转人工");
    customer.awaitState("waiting");
    var words = "receipt " + System.nanoTime();
    customer.say(words);
    return words;
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
}
