package dev.hotdesk.api;

import java.util.Map;

/**
 * What was understood of one customer message. Immutable. Made by the runtime; an agent makes
 * another one only to refine it in {@link Agent#understand}:
 *
 * <pre>{@code
 * var seen = turn.understanding();
 * return new Understanding(seen.language(), new Intent("order.cancel"), 0.9, seen.slots());
 * }</pre>
 *
 * @param language the language to answer in
 * @param intent the matter the customer comes with
 * @param confidence calibrated probability that the intent is right, 0 to 1
 * @param slots the particulars found so far in this matter, by slot name: those of this message and
 *     those remembered from earlier ones. Common names: {@code order_number}, {@code product} (an
 *     id of the shop's catalogue), {@code colour}, {@code size}, {@code phone_last4}, {@code
 *     threshold}, {@code discount}
 */
public record Understanding(
    Language language, Intent intent, double confidence, Map<String, String> slots) {

  /** Copies the slots; checks the confidence. */
  public Understanding {
    slots = Map.copyOf(slots);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Not a probability: " + confidence + " (wanted 0 to 1)");
    }
  }
}
