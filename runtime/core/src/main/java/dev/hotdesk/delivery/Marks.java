package dev.hotdesk.delivery;

import java.util.Map;

/**
 * Where it is kept how far each side has got. Called by many threads at once; calls block, and
 * throw a {@link RuntimeException} of their own when the storage fails.
 */
public interface Marks {

  /** How far this side has got. */
  Mark of(Whose whose);

  /** Moves marks on, all together; none is ever moved back. */
  void raise(Map<Whose, Mark> marks);

  /** One side of a conversation. */
  record Whose(String conversation, Side side) {}
}
