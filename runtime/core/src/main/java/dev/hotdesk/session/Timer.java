package dev.hotdesk.session;

import java.util.Locale;

/** What time alone brings about in a session. {@link Timers} tells when. */
public enum Timer {
  /** The customer has said nothing for long: the session ends. */
  QUIET,
  /** The customer has waited for the first words of a person for too long: it is noted. */
  FIRST_ANSWER,
  /** The customer has waited for us for too long, all in all: it is noted. */
  SLA,
  /** The operator has not answered: the customer goes back to the front of the queue. */
  OPERATOR_SILENT,
  /** Nobody has taken the customer who was offered. */
  TRANSFER_UNANSWERED,
  /** The operator's time for notes is over, and the session ends. */
  WRAP_UP_OVER,
  /** The operator's time for notes is over, and the customer is asked how it was. */
  SURVEY_DUE,
  /** The customer has not said how it was: the session ends. */
  SURVEY_OVER,
  /** What was put aside comes back. */
  SNOOZE_OVER,
  /** The shop closes while the customer waits. */
  SHOP_CLOSES,
  /** The shop opens, and the customer waits for a person again. */
  SHOP_OPENS;

  /** The word for it in frames and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The timer that has this word.
   *
   * @throws IllegalArgumentException if none has
   */
  public static Timer of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
