package dev.hotdesk.delivery;

/**
 * How far one side of a conversation has got. What was read was delivered.
 *
 * @param delivered all messages up to this sequence have reached a client
 * @param read all messages up to this sequence were shown to a person
 */
public record Mark(long delivered, long read) {

  /** Nothing yet. */
  public static final Mark NONE = new Mark(0, 0);

  /** What was read was delivered. */
  public Mark {
    delivered = Math.max(delivered, read);
  }

  /** The farther of both. */
  public Mark and(Mark other) {
    return new Mark(Math.max(delivered, other.delivered), Math.max(read, other.read));
  }

  /** No farther than this. */
  Mark within(long last) {
    return new Mark(Math.min(delivered, last), Math.min(read, last));
  }
}
