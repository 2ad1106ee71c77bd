package dev.hotdesk.rollout;

/** What an admin decided cannot be done; the message says why, in one sentence. */
public class RolloutRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what was asked, what was found, and what to do instead. */
  public RolloutRefusedException(String reason) {
    super(reason);
  }
}
