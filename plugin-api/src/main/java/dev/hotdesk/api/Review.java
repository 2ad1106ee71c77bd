package dev.hotdesk.api;

import java.time.LocalDate;
import java.util.Set;

/**
 * What a buyer wrote about a product.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * new Review(4, "不起球,很暖和", Set.of("pilling"), LocalDate.of(2026, 11, 20))
 * }</pre>
 *
 * @param stars 1 to 5
 * @param words the buyer's words, in the buyer's language
 * @param topics what it speaks of, such as {@code pilling}, {@code size}, {@code colour}
 * @param written the day
 */
public record Review(int stars, String words, Set<String> topics, LocalDate written) {

  /** Copies the topics. */
  public Review {
    topics = Set.copyOf(topics);
  }
}
