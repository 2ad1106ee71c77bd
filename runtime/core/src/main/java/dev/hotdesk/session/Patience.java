package dev.hotdesk.session;

import java.time.Duration;

/**
 * How long one waits for what. Zero is for ever, or not at all: no survey, no wrap-up.
 *
 * @param quiet how long a customer of the bot may be silent before the session ends
 * @param inactive how long a customer whom an operator has answered may be silent before it ends
 * @param firstAnswer how long a customer should wait for a person's first words
 * @param sla how long a customer should wait for a person's words, all in all
 * @param silence how long an operator may leave a customer without an answer
 * @param transfer how long one waits for those to whom a customer is offered
 * @param wrapUp how long an operator has for notes
 * @param survey how long a customer may take to say how it was
 */
public record Patience(
    Duration quiet,
    Duration inactive,
    Duration firstAnswer,
    Duration sla,
    Duration silence,
    Duration transfer,
    Duration wrapUp,
    Duration survey) {

  /** Where nothing is set. */
  public static final Patience DEFAULT =
      new Patience(
          Duration.ofHours(2),
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMinutes(2),
          Duration.ZERO,
          Duration.ZERO);

  /** What comes when an operator has done with a customer. */
  public Ending ending() {
    return wrapUp.isPositive() ? Ending.WRAP_UP : afterWrapUp();
  }

  /** What comes when an operator has written their notes. */
  public Ending afterWrapUp() {
    return survey.isPositive() ? Ending.SURVEY : Ending.CLOSED;
  }
}
