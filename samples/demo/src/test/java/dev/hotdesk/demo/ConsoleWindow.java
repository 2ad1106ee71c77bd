package dev.hotdesk.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.hotdesk.bench.site.Site;

/** An admin's browser window with the console in it. */
record ConsoleWindow(Page page) implements AutoCloseable {

  private static final double SOON_MILLIS = 60_000;

  /** Opens a page of the console and logs in. */
  static ConsoleWindow open(Browsers.Lent browsers, Site site, String language, String tab) {
    var window = new ConsoleWindow(browsers.window(language));
    window.page.navigate(site.web().base() + "/admin/");
    window.page.getByTestId("login").fill("admin");
    window.page.getByTestId("password").fill("admin-demo");
    window.press("login-submit");
    window.press("tab-" + tab);
    return window;
  }

  /** Presses a button by its test id. */
  void press(String button) {
    page.getByTestId(button).click();
  }

  /** The line of a version of a plugin. */
  Locator row(String plugin, String version, String state) {
    return page.locator(
            "[data-testid=plugin][data-plugin=%s][data-version='%s'][data-state=%s]"
                .formatted(plugin, version, state))
        .first();
  }

  /** What became of a file. */
  Locator drop(String file) {
    return page.locator("[data-testid=drop][data-file='%s']".formatted(file));
  }

  /** Waits until something can be seen. */
  void sees(Locator what) {
    assertThat(what.first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS));
  }

  /** Waits until there is none of it. */
  void seesNo(Locator what) {
    assertThat(what).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SOON_MILLIS));
  }

  /** Keeps what it shows. */
  void photograph(String name) {
    Browsers.screenshot(page, name);
  }

  @Override
  public void close() {
    page.context().close();
  }
}
