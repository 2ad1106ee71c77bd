package dev.hotdesk.api;

import java.util.List;

/**
 * The settings of a plugin: the values that an admin gave, and the defaults of the schema for the
 * rest. A change of settings is a new generation of the plugin, so a value read twice is the same.
 *
 * <p>Implemented by the runtime and the testkit only. Immutable.
 *
 * <pre>{@code
 * var hours = context.config().number("return_days");
 * }</pre>
 */
public interface Config {

  /** Whether there is a value, given or by default. */
  boolean has(String key);

  /**
   * A text.
   *
   * @throws IllegalArgumentException if there is none, or it is of another kind
   */
  String text(String key);

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if there is none, or it is of another kind
   */
  long number(String key);

  /**
   * Yes or no.
   *
   * @throws IllegalArgumentException if there is none, or it is of another kind
   */
  boolean flag(String key);

  /**
   * Several texts.
   *
   * @throws IllegalArgumentException if there are none, or they are of another kind
   */
  List<String> texts(String key);

  /** All values as one JSON object, for what the methods above cannot say. */
  String json();
}
