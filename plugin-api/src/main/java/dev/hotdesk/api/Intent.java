package dev.hotdesk.api;

import java.util.regex.Pattern;

/**
 * The name of one matter that customers come with, such as {@code order.status}. Immutable.
 *
 * <pre>{@code
 * if (turn.intent().equals(new Intent("delivery.eta"))) { … }
 * }</pre>
 *
 * @param name lower-case words joined by dots and underscores; the part before the first dot is the
 *     group
 */
public record Intent(String name) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  /** Checks the form of the name. */
  public Intent {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Not an intent name: " + name + " (wanted lower-case words joined by dots)");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
