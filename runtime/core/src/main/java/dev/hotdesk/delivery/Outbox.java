package dev.hotdesk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where messages to channels that are called wait for their turn. They get in with the transaction
 * that stores the message, so there is none without the other. Called by many threads of several
 * servers at once; calls block, and throw a {@link RuntimeException} when the storage fails.
 */
public interface Outbox {

  /**
   * Claims messages that are due, for whoever sends them now: of each conversation the oldest that
   * waits, and only if none before it is being sent.
   *
   * @param lease how long the sender has; after it, the message is {@linkplain #stuck stuck}
   */
  List<Outgoing> claim(Instant now, Duration lease, int most);

  /**
   * What became of a try.
   *
   * @return false if the claim was lost: another one has it, or a person decided
   */
  boolean settle(Outgoing claimed, Settled settled, Instant now);

  /** Messages whose sender has not come back within the lease. */
  List<Outgoing> stuck(Instant now, int most);

  /** What a channel tells later of a message that it has accepted; never goes back. */
  Optional<Outgoing> progress(String channel, String messageId, Outgoing.State state, Instant now);

  /** A person wants a message tried again that failed or of which nobody knows. */
  boolean retry(String conversation, long sequence, Instant now);

  /** The latest messages of a conversation, oldest first. */
  List<Outgoing> of(String conversation, int most);

  /** What became of a try. */
  sealed interface Settled {

    /** The channel has it. */
    record Accepted(String messageId) implements Settled {}

    /** It is to be tried again, not before this. */
    record Again(Instant due, String reason) implements Settled {}

    /** It was not sent, and will not be. */
    record Failed(String code, String reason, boolean retryable) implements Settled {}

    /** Nobody knows. */
    record Unknown(String reason) implements Settled {}
  }
}
