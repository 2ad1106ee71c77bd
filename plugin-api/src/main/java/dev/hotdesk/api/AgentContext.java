package dev.hotdesk.api;

/**
 * What the runtime lends to an agent for one call. Implemented by the runtime and the testkit only;
 * not to be kept after the call, nor used from other threads.
 *
 * <pre>{@code
 * var product = context.erp().product(turn.slot("product").orElseThrow());
 * return Reply.say(context.text("price", product.orElseThrow().price().in(turn.language())));
 * }</pre>
 */
public interface AgentContext {

  /** The shop's own systems, seen with the rights of the customer of this turn. */
  Erp erp();

  /**
   * A text of this plugin in the language of the turn.
   *
   * @param key a key of {@code texts/<language>.properties} in the plugin's jar (UTF-8)
   * @param arguments fill {@code {0}}, {@code {1}} … as in {@link java.text.MessageFormat}
   * @throws IllegalArgumentException if the file has no such key
   */
  String text(String key, Object... arguments);
}
