package dev.hotdesk.session;

/** What comes when an operator has done with a customer. */
public enum Ending {
  /** Nothing: the episode is over. */
  CLOSED,
  /** The customer is asked how it was. */
  SURVEY,
  /** The operator has some time for notes first. */
  WRAP_UP
}
