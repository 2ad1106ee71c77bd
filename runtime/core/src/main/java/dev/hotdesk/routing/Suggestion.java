package dev.hotdesk.routing;

import java.util.Map;

/**
 * Words that an agent would answer with, for an operator to use or not.
 *
 * @param text the words
 * @param intent what the agent takes the customer to want; empty for an adviser's words
 * @param confidence how likely that is, 0 to 1; 0 for an adviser's words
 * @param agent where the words come from: the plugin and its version
 * @param slots the particulars they are about, such as an order number
 */
public record Suggestion(
    String text, String intent, double confidence, String agent, Map<String, String> slots) {

  /** Copies the slots. */
  public Suggestion {
    slots = Map.copyOf(slots);
  }
}
