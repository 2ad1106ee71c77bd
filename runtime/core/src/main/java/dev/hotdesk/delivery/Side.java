package dev.hotdesk.delivery;

/** One of the two who talk in a conversation. */
public enum Side {
  /** Who came to the shop. */
  CUSTOMER,
  /** The shop's people. */
  OPERATOR
}
