package dev.hotdesk.testkit;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.delivery.Outbox;
import dev.hotdesk.delivery.Outgoing;
import dev.hotdesk.delivery.Outgoing.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** An outbox in memory, with all the promises of a real one but durability. */
public final class MemoryOutbox implements Outbox {

  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<Long, Held> held = new TreeMap<>();

  private record Held(Outgoing outgoing, Instant due) {}

  /** A message was stored. */
  public void queue(String conversation, long sequence, long epoch, Instant now) {
    lock.lock();
    try {
      long id = held.size() + 1L;
      held.put(
          id,
          new Held(
              new Outgoing(
                  id, conversation, sequence, epoch, State.QUEUED, 0, 0, now, "", "", "", false),
              now));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Outgoing> claim(Instant now, Duration lease, int most) {
    lock.lock();
    try {
      var claimed = new ArrayList<Outgoing>();
      for (var one : List.copyOf(held.values())) {
        var it = one.outgoing;
        if (claimed.size() < most
            && it.state() == State.QUEUED
            && !one.due.isAfter(now)
            && held.values().stream().noneMatch(other -> isBefore(other.outgoing, it))) {
          var mine = with(it, State.SENDING, it.attempt() + 1, it.claim() + 1, "", "", "", false);
          held.put(it.id(), new Held(mine, now.plus(lease)));
          claimed.add(mine);
        }
      }
      return claimed;
    } finally {
      lock.unlock();
    }
  }

  private static boolean isBefore(Outgoing other, Outgoing it) {
    return other.conversation().equals(it.conversation())
        && other.sequence() < it.sequence()
        && (other.state() == State.QUEUED || other.state() == State.SENDING);
  }

  @Override
  public boolean settle(Outgoing claimed, Settled settled, Instant now) {
    lock.lock();
    try {
      var one = held.get(claimed.id());
      if (one == null
          || one.outgoing.claim() != claimed.claim()
          || one.outgoing.state() != State.SENDING) {
        return false;
      }
      var it = one.outgoing;
      held.put(
          it.id(),
          switch (settled) {
            case Settled.Accepted(var messageId) ->
                new Held(
                    with(it, State.ACCEPTED, it.attempt(), it.claim(), messageId, "", "", false),
                    now);
            case Settled.Again(var due, var reason) ->
                new Held(
                    with(it, State.QUEUED, it.attempt(), it.claim(), "", "", reason, false), due);
            case Settled.Failed(var code, var reason, var retryable) ->
                new Held(
                    with(it, State.FAILED, it.attempt(), it.claim(), "", code, reason, retryable),
                    now);
            case Settled.Unknown(var reason) ->
                new Held(
                    with(it, State.UNKNOWN, it.attempt(), it.claim(), "", "", reason, true), now);
          });
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Outgoing> stuck(Instant now, int most) {
    lock.lock();
    try {
      return held.values().stream()
          .filter(one -> one.outgoing.state() == State.SENDING && one.due.isBefore(now))
          .map(Held::outgoing)
          .limit(most)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Outgoing> progress(String channel, String messageId, State state, Instant now) {
    lock.lock();
    try {
      var found =
          held.values().stream()
              .map(Held::outgoing)
              .filter(it -> Conversation.channelOf(it.conversation()).equals(channel))
              .filter(it -> it.messageId().equals(messageId))
              .filter(it -> it.state() == State.ACCEPTED || it.state() == State.DELIVERED)
              .filter(it -> state.compareTo(it.state()) > 0)
              .findFirst()
              .map(
                  it ->
                      with(it, state, it.attempt(), it.claim(), messageId, "", "", it.retryable()));
      found.ifPresent(it -> held.put(it.id(), new Held(it, now)));
      return found;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean retry(String conversation, long sequence, Instant now) {
    lock.lock();
    try {
      var found =
          held.values().stream()
              .map(Held::outgoing)
              .filter(it -> it.conversation().equals(conversation) && it.sequence() == sequence)
              .filter(
                  it ->
                      it.state() == State.UNKNOWN || (it.state() == State.FAILED && it.retryable()))
              .findFirst();
      found.ifPresent(
          it ->
              held.put(
                  it.id(),
                  new Held(
                      new Outgoing(
                          it.id(),
                          conversation,
                          sequence,
                          it.epoch(),
                          State.QUEUED,
                          it.attempt(),
                          it.claim(),
                          now,
                          "",
                          "",
                          "",
                          false),
                      now)));
      return found.isPresent();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Outgoing> of(String conversation, int most) {
    lock.lock();
    try {
      var all =
          held.values().stream()
              .map(Held::outgoing)
              .filter(it -> it.conversation().equals(conversation))
              .sorted(Comparator.comparingLong(Outgoing::sequence))
              .toList();
      return all.subList(Math.max(0, all.size() - most), all.size());
    } finally {
      lock.unlock();
    }
  }

  private static Outgoing with(
      Outgoing it,
      State state,
      int attempt,
      long claim,
      String messageId,
      String code,
      String reason,
      boolean retryable) {
    return new Outgoing(
        it.id(),
        it.conversation(),
        it.sequence(),
        it.epoch(),
        state,
        attempt,
        claim,
        it.queued(),
        messageId,
        code,
        reason,
        retryable);
  }
}
