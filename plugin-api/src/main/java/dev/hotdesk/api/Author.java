package dev.hotdesk.api;

/**
 * Who wrote a message.
 *
 * <p>Immutable.
 *
 * <pre>{@code
 * turn.history().stream().filter(line -> line.author() == Author.CUSTOMER)
 * }</pre>
 */
public enum Author {
  /** The customer. */
  CUSTOMER,
  /** A business agent, that is a plugin. */
  AGENT,
  /** A person of the shop's staff. */
  OPERATOR
}
