package dev.hotdesk.bench.client;

/**
 * Something said in a conversation, as the customer sees it.
 *
 * @param from {@code customer}, {@code agent} or {@code operator}
 * @param id the customer's own id of it, or empty
 */
public record Message(long seq, String from, String name, String text, String id) {

  /** The message that this frame tells of. */
  public static Message of(Frame frame) {
    return new Message(
        frame.number("seq"),
        frame.text("from"),
        frame.text("name"),
        frame.text("text"),
        frame.text("id"));
  }

  /** Whether the customer said it. */
  public boolean isOwn() {
    return from.equals("customer");
  }

  /** Whether the bot said it. */
  public boolean isAnswer() {
    return from.equals("agent");
  }
}
