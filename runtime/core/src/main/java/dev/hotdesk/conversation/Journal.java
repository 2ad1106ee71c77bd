package dev.hotdesk.conversation;

import dev.hotdesk.session.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where conversations are kept: an append-only log for each, and its present standing. The truth;
 * all else is derived from it.
 *
 * <p>Called by many threads at once; calls block. Each method throws {@link
 * JournalUnavailableException} when the storage fails.
 */
public interface Journal {

  /** The conversation as it stands after its last append. */
  Optional<Conversation> find(String id);

  /**
   * Appends what an event changed, and returns only once it is durable. All or nothing.
   *
   * @param next the conversation afterwards; its last sequence is {@code expected} plus the number
   *     of entries
   * @param expected the last sequence that the writer knew
   * @param entries what to append, at least one; stamped with {@code next.changed()}
   * @throws StaleWriterException if another writer has appended since
   */
  Appended append(Conversation next, long expected, List<Entry> entries);

  /**
   * The entries after a place in the log, in order.
   *
   * @param after the last sequence already known; 0 for all
   * @param most how many at the most, from the oldest
   */
  List<Logged> read(String id, long after, int most);

  /** The latest entries in the log, in order, at the most so many. */
  List<Logged> latest(String id, int most);

  /** The conversations whose session is not closed, the longest unchanged first. */
  List<Conversation> open();

  /** Those of them whose customer is to be answered by the bot. */
  default List<Conversation> owed() {
    return open().stream().filter(it -> it.session().ask().isPresent()).toList();
  }

  /** Those of the open ones with which a person is, or should be. */
  default List<Conversation> attended() {
    return open().stream().filter(it -> it.session().state().isAttended()).toList();
  }

  /** The conversations in which time may bring something about by now, the longest due first. */
  List<Conversation> due(Instant now, int most);

  /**
   * Notes when to look after a conversation again. Changes nothing if another writer has appended
   * since.
   *
   * @param standing the conversation as it stands, with its new {@link Conversation#due}
   */
  void postpone(Conversation standing);

  /** What became of an append. */
  sealed interface Appended {

    /** It is durable. */
    record Committed() implements Appended {}

    /**
     * Nothing was appended: a message with this client id is there already.
     *
     * @param sequence the place of the first one
     */
    record Duplicate(long sequence) implements Appended {}
  }
}
