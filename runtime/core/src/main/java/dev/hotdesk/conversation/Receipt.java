package dev.hotdesk.conversation;

/** What became of an event handed to a conversation. */
public sealed interface Receipt {

  /**
   * It is stored for good.
   *
   * @param sequence the place of the event's own entry in the log
   */
  record Stored(long sequence) implements Receipt {}

  /**
   * The same message was stored before; this one changed nothing.
   *
   * @param sequence the place of the first one
   */
  record Duplicate(long sequence) implements Receipt {}

  /**
   * The event had no rule in the session's present state and changed nothing.
   *
   * @param state the word for that state; {@code absent} if there is no such conversation, {@link
   *     #OTHER_CUSTOMER} if it is another customer's
   */
  record Ignored(String state) implements Receipt {
    /** The shop vouched for another customer than the one whose conversation this is. */
    public static final String OTHER_CUSTOMER = "other_customer";
  }

  /**
   * It was not handled and may be sent again.
   *
   * @param reason {@code busy} if the conversation has too many events waiting, {@code not_stored}
   *     if the storage failed
   */
  record Refused(String reason) implements Receipt {}
}
