package dev.hotdesk.unhurried;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets all tests of all modules wait long for a state: on a busy machine what takes milliseconds
 * may take many seconds, and a test that has to fail may take its time. JUnit finds it by itself.
 */
public final class Unhurried implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }
}
