package dev.hotdesk.api;

/** Who wrote a message. */
public enum Author {
  /** The customer. */
  CUSTOMER,
  /** A business agent, that is a plugin. */
  AGENT,
  /** A person of the shop's staff. */
  OPERATOR
}
