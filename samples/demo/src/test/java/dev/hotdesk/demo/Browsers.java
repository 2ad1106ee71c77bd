package dev.hotdesk.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** Lends one real browser to all test classes; without a chromium they are skipped, and say so. */
final class Browsers extends TypeBasedParameterResolver<Browsers.Lent>
    implements ExecutionCondition {

  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  /** On a busy machine what takes a moment may take many seconds. */
  private static final double PATIENCE = 60_000;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** A browser in which each window is a person of its own. */
  record Lent(Playwright playwright, Browser browser) implements AutoCloseable {

    /** A new person's window; what it shows in {@code language} by default. */
    Page window(String language) {
      return person(language).newPage();
    }

    /** A new person, with storage and cookies of their own. */
    BrowserContext person(String language) {
      var options = new Browser.NewContextOptions().setLocale(language).setViewportSize(1280, 860);
      var context = browser.newContext(options);
      context.setDefaultTimeout(PATIENCE);
      return context;
    }

    @Override
    public void close() {
      playwright.close();
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (executable().isPresent()) {
      return ConditionEvaluationResult.enabled("A chromium is installed.");
    }
    var why = "Skipped, because no chromium is installed (looked for %s)".formatted(PLACES);
    System.out.println(context.getDisplayName() + ": " + why);
    return ConditionEvaluationResult.disabled(why);
  }

  private static Optional<Path> executable() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  @Override
  public Lent resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(Browsers.class))
        .computeIfAbsent(Lent.class, _ -> launched(), Lent.class);
  }

  private static Lent launched() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(executable().orElseThrow())
            .setChromiumSandbox(false)
            .setArgs(List.of("--disable-dev-shm-usage", "--disable-gpu"));
    return new Lent(playwright, playwright.chromium().launch(options));
  }

  /** Keeps what a window shows, under target/screenshots. */
  static void screenshot(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }
}
