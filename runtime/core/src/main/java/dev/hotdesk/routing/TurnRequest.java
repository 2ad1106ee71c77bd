package dev.hotdesk.routing;

import dev.hotdesk.api.Turn;
import dev.hotdesk.session.Ask;
import java.util.List;

/**
 * A customer's question, with all that is needed to answer it.
 *
 * @param conversation the id of the conversation
 * @param ask what is asked, and under which epoch
 * @param dialogue what was remembered
 * @param customerId who the shop says the customer is, or empty
 * @param sku the product on the customer's page, or empty
 * @param history the lines before it, oldest first
 */
public record TurnRequest(
    String conversation,
    Ask ask,
    Dialogue dialogue,
    String customerId,
    String sku,
    List<Turn.Line> history) {

  /** Copies the history. */
  public TurnRequest {
    history = List.copyOf(history);
  }
}
