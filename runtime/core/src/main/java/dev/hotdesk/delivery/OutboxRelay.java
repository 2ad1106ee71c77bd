package dev.hotdesk.delivery;

import dev.hotdesk.api.Delivery;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.delivery.Outbox.Settled;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox to channels that are called, each conversation's messages one
 * after another. Runs on every server; who has claimed a message sends it.
 */
public final class OutboxRelay {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final int MOST_AT_ONCE = 64;

  /** Longer than a plugin may take, so that a message is stuck only if its server is. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** After that a channel that always says "later" is no longer believed. */
  static final Duration LONGEST = Duration.ofHours(24);

  private final Outbox outbox;
  private final Journal journal;
  private final Pusher pusher;
  private final Told told;
  private final Executor executor;
  private final Clock clock;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private final AtomicBoolean woken = new AtomicBoolean();
  private final ReentrantLock looking = new ReentrantLock();

  /** The executor must have a thread for each message that is being sent, so virtual ones. */
  public OutboxRelay(
      Outbox outbox, Journal journal, Pusher pusher, Told told, Executor executor, Clock clock) {
    this.outbox = outbox;
    this.journal = journal;
    this.pusher = pusher;
    this.told = told;
    this.executor = executor;
    this.clock = clock;
  }

  /** Is told what became of a message. Must not block. */
  @FunctionalInterface
  public interface Told {

    /** The message at this place is so far now. */
    void moved(String conversation, long sequence);
  }

  /** There may be something to send. Never blocks. */
  public void wake() {
    if (!woken.getAndSet(true)) {
      executor.execute(this::look);
    }
  }

  /** Looks for what is due and what is stuck. Called about once a second, and when woken. */
  public void look() {
    looking.lock();
    try {
      woken.set(false);
      for (var stuck : outbox.stuck(clock.instant(), MOST_AT_ONCE)) {
        settle(stuck, unknown(stuck, "The server that was sending it did not come back."));
      }
      var free = places.drainPermits();
      var claimed = 0;
      try {
        for (var outgoing : outbox.claim(clock.instant(), LEASE, free)) {
          executor.execute(() -> send(outgoing));
          claimed++;
        }
      } finally {
        places.release(free - claimed);
      }
    } catch (RuntimeException e) {
      LOG.warn("The outbox waits: {}", e.getMessage());
    } finally {
      looking.unlock();
    }
  }

  /** A channel tells how far a message is that it has accepted. */
  public void progress(String channel, String messageId, Outgoing.State state) {
    outbox
        .progress(channel, messageId, state, clock.instant())
        .ifPresent(it -> told.moved(it.conversation(), it.sequence()));
  }

  /** A person wants a message tried again; false if there is none that may be. */
  public boolean retry(String conversation, long sequence) {
    var isQueued = outbox.retry(conversation, sequence, clock.instant());
    if (isQueued) {
      told.moved(conversation, sequence);
      wake();
    }
    return isQueued;
  }

  private void send(Outgoing outgoing) {
    try {
      settle(outgoing, message(outgoing).map(it -> sent(outgoing, it)).orElseGet(this::gone));
    } catch (RuntimeException e) {
      // It stays claimed, and is stuck in a while.
      LOG.warn("What became of message {} is not noted: {}", outgoing.key(), e.getMessage());
    } finally {
      places.release();
      // The next of its conversation may go now.
      wake();
    }
  }

  private Optional<Logged> message(Outgoing outgoing) {
    return journal.read(outgoing.conversation(), outgoing.sequence() - 1, 1).stream()
        .filter(it -> it.sequence() == outgoing.sequence() && !it.recalled())
        .findFirst();
  }

  private Settled gone() {
    return new Settled.Failed("recalled", "It was taken back before it was sent.", false);
  }

  private Settled sent(Outgoing outgoing, Logged message) {
    return switch (pusher.push(outgoing, message)) {
      case Delivery.Accepted(var messageId) -> new Settled.Accepted(messageId);
      case Delivery.Failed(var code, var reason, var retryable) ->
          new Settled.Failed(code, reason, retryable);
      case Delivery.Unknown(var reason) -> unknown(outgoing, reason);
      case Delivery.Later(var after, var reason) -> later(outgoing, after, reason);
    };
  }

  private Settled unknown(Outgoing outgoing, String reason) {
    return pusher.isIdempotent(Conversation.channelOf(outgoing.conversation()))
        ? later(outgoing, pause(outgoing.attempt()), reason)
        : new Settled.Unknown(reason);
  }

  private Settled later(Outgoing outgoing, Duration after, String reason) {
    var now = clock.instant();
    if (outgoing.queued().plus(LONGEST).isBefore(now)) {
      return new Settled.Failed("gave_up", reason, true);
    }
    var pause = after.compareTo(LONGEST) > 0 ? LONGEST : after;
    return new Settled.Again(now.plus(pause), reason);
  }

  /** 1 s, 2 s, 4 s … at most 5 minutes. */
  private static Duration pause(int attempts) {
    return Duration.ofSeconds(Math.min(300, 1L << Math.clamp(attempts - 1, 0, 9)));
  }

  private void settle(Outgoing outgoing, Settled settled) {
    if (outbox.settle(outgoing, settled, clock.instant())) {
      if (!(settled instanceof Settled.Accepted)) {
        LOG.info("Message {} to its channel: {}", outgoing.key(), settled);
      }
      told.moved(outgoing.conversation(), outgoing.sequence());
    }
  }
}
