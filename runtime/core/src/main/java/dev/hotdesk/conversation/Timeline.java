package dev.hotdesk.conversation;

import dev.hotdesk.api.Stamp;
import dev.hotdesk.session.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * How the messages of one conversation lie in time, as far as must be known to see whether the next
 * one came late. Channels' clocks may be wrong: two times of one channel are compared as they are;
 * with our own clock, a channel's is compared by how much longer a message took than the quickest
 * one.
 */
final class Timeline {

  /** A channel's time may be older than the receipt by so much; what is older is taken for that. */
  static final Duration OLDEST = Duration.ofDays(30);

  /** A channel's clock may be ahead by so much. */
  static final Duration MOST_AHEAD = Duration.ofMinutes(10);

  /** Ways differ: a message that took longer than the quickest by no more than this is on time. */
  static final Duration TOLERANCE = Duration.ofSeconds(10);

  private long lastOrder;
  private Instant lastSent = Instant.MIN;
  private Instant lastOurs = Instant.MIN;
  private Duration leastDelay = OLDEST;

  /** Takes in what is stored. */
  void see(List<Logged> entries) {
    for (var logged : entries) {
      lastOrder = Math.max(lastOrder, logged.order());
      if (logged.isChannels()) {
        leastDelay = lesser(leastDelay, Duration.between(logged.said(), logged.at()));
        lastSent = later(lastSent, logged.said());
      } else if (logged.isInTurn()) {
        lastOurs = later(lastOurs, logged.at());
      }
    }
  }

  /** The greatest stamp that was seen. */
  long lastOrder() {
    return lastOrder;
  }

  /**
   * The stamp of a message that a channel says was sent at a time.
   *
   * @param now when it was received
   * @param order its Lamport stamp
   * @param latest the latest entries of the log, asked for only if it is late
   */
  Stamp stamp(Instant channels, Instant now, long order, Supplier<List<Logged>> latest) {
    var sent = later(now.minus(OLDEST), earlier(channels, now.plus(MOST_AHEAD)));
    var delay = Duration.between(sent, now);
    var said = now.minus(delay.minus(lesser(leastDelay, delay)));
    var onOurClock = said.plus(TOLERANCE);
    if (!sent.isBefore(lastSent) && !onOurClock.isBefore(lastOurs)) {
      return new Stamp(order, sent, 0);
    }
    return new Stamp(order, sent, place(sent, onOurClock, latest.get()));
  }

  /**
   * The first message that was said later; or 0. How it lies to our own messages is a guess, and to
   * those of its channel it is not: it never leaves the gap that these leave.
   */
  private static long place(Instant sent, Instant onOurClock, List<Logged> latest) {
    long least = 0;
    long most = Long.MAX_VALUE;
    for (var it : latest) {
      if (it.isChannels() && !it.said().isAfter(sent)) {
        least = Math.max(least, it.isInTurn() ? it.sequence() + 1 : it.before());
      } else if (it.isChannels()) {
        most = Math.min(most, it.isInTurn() ? it.sequence() : it.before());
      }
    }
    for (var it : latest) {
      boolean isWithin = it.sequence() >= least && it.sequence() < most;
      if (isWithin && it.isInTurn() && it.at().isAfter(onOurClock)) {
        return it.sequence();
      }
    }
    return most == Long.MAX_VALUE ? 0 : most;
  }

  /** The message, stamped, whether a channel told a time or not. */
  Entry.Said stamped(
      Entry.Said said, Instant channels, Instant now, long order, Supplier<List<Logged>> latest) {
    return said.at(
        channels.equals(Instant.EPOCH)
            ? new Stamp(order, Instant.EPOCH, 0)
            : stamp(channels, now, order, latest));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Duration lesser(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
