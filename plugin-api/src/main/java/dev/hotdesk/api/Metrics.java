package dev.hotdesk.api;

/**
 * A plugin's own figures, shown with the server's as {@code hotdesk_plugin_own_…} with the plugin's
 * id as a tag. At most 50 names; further ones are dropped and logged once.
 *
 * <p>Implemented by the runtime and the testkit only. Never blocks, never throws; safe for use by
 * many threads at once.
 *
 * <pre>{@code
 * context.metrics().count("coupons_given", 1);
 * }</pre>
 */
public interface Metrics {

  /**
   * Counts up.
   *
   * @param name lower-case letters, digits and underscores
   */
  void count(String name, long by);

  /**
   * Shows the present value of something.
   *
   * @param name lower-case letters, digits and underscores
   */
  void gauge(String name, double value);
}
