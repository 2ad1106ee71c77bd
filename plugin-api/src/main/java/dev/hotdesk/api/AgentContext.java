package dev.hotdesk.api;

import java.util.Optional;

/**
 * What the runtime lends to an agent for one call. Implemented by the runtime and the testkit only;
 * not to be kept after the call, nor used from other threads.
 *
 * <pre>{@code
 * var product = context.erp().product(turn.slot("product").orElseThrow());
 * return Reply.say(context.text("price", product.orElseThrow().price().in(turn.language())));
 * }</pre>
 */
public interface AgentContext extends PluginContext {

  /**
   * The shop's own systems, seen with the rights of the customer of this turn.
   *
   * @throws NotPermittedException without the permission {@code erp:read}
   */
  Erp erp();

  /**
   * A text of this plugin in the language of the turn.
   *
   * @param key a key of {@code texts/<language>.properties} in the plugin's jar (UTF-8)
   * @param arguments fill {@code {0}}, {@code {1}} … as in {@link java.text.MessageFormat}
   * @throws IllegalArgumentException if the file has no such key
   */
  String text(String key, Object... arguments);

  /**
   * What this agent remembers of the conversation, in the form of its own {@link
   * Agent#memoryVersion}; empty if it remembers nothing. See {@link Reply#remembering}.
   */
  Optional<String> memory();
}
