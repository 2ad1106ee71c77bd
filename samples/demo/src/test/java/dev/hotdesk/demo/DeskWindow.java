package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.hotdesk.bench.site.Site;
import java.util.function.Consumer;

/** An operator's browser window with the workspace in it. */
record DeskWindow(Page page) {

  /** Opens the workspace and logs in. */
  static DeskWindow open(Browsers.Lent browsers, Site site, String login) {
    return open(browsers, site, login, _ -> {});
  }

  /** As above, with something done to the page before it is opened. */
  static DeskWindow open(
      Browsers.Lent browsers, Site site, String login, Consumer<Page> preparation) {
    var window = new DeskWindow(browsers.window("en-GB"));
    preparation.accept(window.page);
    window.page.navigate(site.web().base() + "/workspace/");
    window.page.getByTestId("login").fill(login);
    window.page.getByTestId("password").fill(login + "-demo");
    window.page.getByTestId("login-submit").click();
    assertThat(window.page.locator("[data-testid=workspace][data-online]")).isVisible();
    return window;
  }

  /** The card of the customer whose latest words were these, in one of the lists. */
  Locator card(String list, String words) {
    return page.getByTestId("list-" + list)
        .getByTestId("card")
        .filter(new Locator.FilterOptions().setHasText(words));
  }

  /** The card of a conversation, in one of the lists. */
  Locator cardOf(String list, String conversation) {
    return page.getByTestId("list-" + list)
        .locator("[data-testid=card][data-conversation='" + conversation + "']");
  }

  /** Opens a card, and gives the conversation. */
  String openCard(String list, String words) {
    card(list, words).click();
    assertThat(page.getByTestId("thread")).isVisible();
    return page.getByTestId("thread").getAttribute("data-conversation");
  }

  /** Presses a button by its test id. */
  void press(String button) {
    page.getByTestId(button).click();
  }

  /** Says something to the customer who is open. */
  void say(String text) {
    page.getByTestId("composer").fill(text);
    press("send");
    sees(said("operator", text));
  }

  /** A line of the open thread. */
  Locator said(String from, String text) {
    return page.locator("[data-testid=said][data-from=" + from + "]")
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  /** Waits until this is to be seen; how soon it is, a bench measures. */
  static void sees(Locator what) {
    assertThat(what.first()).isVisible();
  }

  void close() {
    page.context().close();
  }
}
