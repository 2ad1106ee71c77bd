package dev.hotdesk.assignment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Something known of a conversation that a routing rule may look at. */
public enum Fact {
  /** Over which channel the customer came. */
  CHANNEL,
  /** The shop's branch that the customer came to. */
  STORE,
  /** What the customer speaks. */
  LANGUAGE,
  /** The customer's standing with the shop, in its own words. */
  TIER,
  /** Why a person is wanted. */
  REASON,
  /** What was last understood. */
  INTENT;

  /** The word for it in frames and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fact of a word, if it is one. */
  public static Optional<Fact> of(String word) {
    return Stream.of(values()).filter(fact -> fact.word().equals(word)).findFirst();
  }
}
