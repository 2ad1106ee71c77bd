package dev.hotdesk.routing;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import java.util.List;
import java.util.Map;

/**
 * What one message means, taken by itself.
 *
 * @param language the language it is written in
 * @param candidates the likeliest matters, likeliest first; empty when no agent is active
 * @param inScope whether the likeliest candidate is sure enough to act on
 * @param bare whether the message is nothing but slot values, such as an order number alone
 * @param slots the particulars it names
 */
public record Understood(
    Language language,
    List<Candidate> candidates,
    boolean inScope,
    boolean bare,
    Map<String, String> slots) {

  /** Copies the collections. */
  public Understood {
    candidates = List.copyOf(candidates);
    slots = Map.copyOf(slots);
  }

  /**
   * One possible meaning.
   *
   * @param agent the plugin that owns the intent
   * @param intent the matter
   * @param probability calibrated, 0 to 1
   */
  public record Candidate(String agent, Intent intent, double probability) {}
}
