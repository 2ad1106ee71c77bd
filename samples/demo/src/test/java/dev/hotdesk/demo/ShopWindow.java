package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.hotdesk.bench.site.Site;
import java.util.regex.Pattern;

/** A customer's browser window with the shop and the chat in it. */
record ShopWindow(Page page) {

  private static final double PATIENCE = 60_000;

  /** Opens a page of the shop, and the chat on it. */
  static ShopWindow open(Browsers.Lent browsers, Site site, String language, String path) {
    var window = new ShopWindow(browsers.window(language));
    window.page.navigate(site.shopOrigin() + path);
    window.openChat();
    return window;
  }

  /** Opens the chat, if it is not open. */
  void openChat() {
    if (!page.getByTestId("hotdesk-panel").isVisible()) {
      page.getByTestId("hotdesk-launcher").click();
    }
    assertThat(page.getByTestId("hotdesk-input")).isVisible();
  }

  /** Types and sends. */
  void say(String text) {
    page.getByTestId("hotdesk-input").fill(text);
    page.getByTestId("hotdesk-send").click();
    assertThat(own(text)).hasAttribute("data-status", "sent", sentSoon());
  }

  private static LocatorAssertions.HasAttributeOptions sentSoon() {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE);
  }

  /** The id of the conversation, as the widget keeps it. */
  String conversation() {
    return (String)
        page.evaluate(
            "Object.values(localStorage).filter(it => it.startsWith('{')).map(it => JSON.parse(it))"
                + ".find(it => it.conversation).conversation");
  }

  /** The customer's latest line with these words. */
  Locator own(String text) {
    return messages("customer").filter(new Locator.FilterOptions().setHasText(text)).last();
  }

  /** All lines from {@code customer}, {@code agent} or {@code operator}. */
  Locator messages(String from) {
    return page.locator("[data-testid=hotdesk-message][data-from=" + from + "]");
  }

  /** Says this, and waits for an answer of the bot like that. */
  String ask(String question, String answer) {
    int before = messages("agent").count();
    say(question);
    assertThat(messages("agent"))
        .hasCount(before + 1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    var bubble = messages("agent").last();
    assertThat(bubble)
        .containsText(Pattern.compile(answer, Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    return bubble.innerText();
  }

  /** Waits until the chat says that this is how it stands, such as {@code waiting}. */
  void awaitState(String state) {
    assertThat(page.getByTestId("hotdesk-state").last())
        .hasAttribute("data-state", state, sentSoon());
  }

  void close() {
    page.context().close();
  }
}
