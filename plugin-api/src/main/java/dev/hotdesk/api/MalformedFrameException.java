package dev.hotdesk.api;

/**
 * What a client sent is not a frame of the channel. The message is shown to the client.
 *
 * <p>Thrown by channel adapters.
 *
 * <pre>{@code
 * throw new MalformedFrameException("text: wanted a string");
 * }</pre>
 */
public class MalformedFrameException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what was found and what was wanted, without repeating the customer's words. */
  public MalformedFrameException(String message) {
    super(message);
  }
}
