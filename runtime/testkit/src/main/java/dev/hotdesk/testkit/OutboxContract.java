package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotdesk.delivery.Outbox;
import dev.hotdesk.delivery.Outbox.Settled;
import dev.hotdesk.delivery.Outgoing;
import dev.hotdesk.delivery.Outgoing.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every outbox promises. Extend it, and hand in one that may hold anything already. */
public abstract class OutboxContract {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int MANY = 10_000;

  private final String id = "push." + UUID.randomUUID();

  /** The outbox under test; the same one each time within a test. */
  protected abstract Outbox outbox();

  /** A message was stored at this time. */
  protected abstract void queue(String conversation, long sequence, Instant now);

  @Test
  void gives_a_message_to_one_sender_only_however_many_ask_at_once() {
    IntStream.range(0, 30).forEach(i -> queue(id + "-" + i, 1, NOON));
    Set<Long> taken = ConcurrentHashMap.newKeySet();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        threads.execute(
            () -> outbox().claim(NOON, LEASE, MANY).forEach(it -> assertTrue(taken.add(it.id()))));
      }
    }

    assertTrue(claim(NOON).isEmpty());
    for (int i = 0; i < 30; i++) {
      assertEquals(
          List.of(1), outbox().of(id + "-" + i, 9).stream().map(Outgoing::attempt).toList());
    }
  }

  @Test
  void lets_the_next_go_only_once_the_one_before_was_accepted() {
    queue(id, 3, NOON);
    queue(id, 5, NOON);
    var first = claim(NOON).getFirst();
    assertEquals(3, first.sequence());
    assertTrue(claim(NOON).isEmpty());

    assertTrue(outbox().settle(first, new Settled.Again(NOON.plusSeconds(5), "busy"), NOON));
    assertTrue(claim(NOON).isEmpty());
    var again = claim(NOON.plusSeconds(5)).getFirst();
    assertEquals(List.of(3L, 2L), List.of(again.sequence(), (long) again.attempt()));
    assertTrue(outbox().settle(again, new Settled.Accepted("m-3"), NOON));

    assertEquals(5, claim(NOON).getFirst().sequence());
    assertEquals(List.of(State.ACCEPTED, State.SENDING), states());
  }

  @Test
  void finds_who_did_not_come_back_and_believes_them_no_more() {
    queue(id, 3, NOON);
    var lost = claim(NOON).getFirst();
    var later = NOON.plus(LEASE).plusSeconds(1);

    assertTrue(stuck(NOON).isEmpty());
    assertEquals(List.of(lost.claim()), stuck(later).stream().map(Outgoing::claim).toList());
    assertTrue(outbox().settle(lost, new Settled.Unknown("gone"), later));

    assertFalse(outbox().settle(lost, new Settled.Accepted("m-3"), later));
    assertEquals(List.of(State.UNKNOWN), states());
    assertTrue(stuck(later).isEmpty());
  }

  @Test
  void sends_again_what_a_person_wants_sent_again_and_nothing_else() {
    queue(id, 3, NOON);
    assertFalse(outbox().retry(id, 3, NOON));
    outbox().settle(claim(NOON).getFirst(), new Settled.Failed("45015", "window", true), NOON);
    var failed = outbox().of(id, 9).getFirst();
    assertEquals(
        List.of("45015", "window", true),
        List.of(failed.code(), failed.reason(), failed.retryable()));
    assertTrue(claim(NOON).isEmpty());

    assertTrue(outbox().retry(id, 3, NOON));
    var again = claim(NOON).getFirst();
    outbox().settle(again, new Settled.Failed("40001", "blocked", false), NOON);

    assertFalse(outbox().retry(id, 3, NOON));
    assertFalse(outbox().retry(id, 4, NOON));
  }

  @Test
  void a_message_that_failed_keeps_none_after_it_waiting() {
    queue(id, 3, NOON);
    queue(id, 5, NOON);
    outbox().settle(claim(NOON).getFirst(), new Settled.Failed("x", "", true), NOON);

    assertEquals(5, claim(NOON).getFirst().sequence());
  }

  @Test
  void notes_what_the_channel_tells_later_and_never_goes_back() {
    queue(id, 3, NOON);
    var messageId = "m-" + id;
    assertTrue(outbox().progress("push", messageId, State.READ, NOON).isEmpty());
    outbox().settle(claim(NOON).getFirst(), new Settled.Accepted(messageId), NOON);

    assertTrue(outbox().progress("other", messageId, State.READ, NOON).isEmpty());
    assertEquals(
        State.READ, outbox().progress("push", messageId, State.READ, NOON).orElseThrow().state());
    assertTrue(outbox().progress("push", messageId, State.DELIVERED, NOON).isEmpty());
    assertEquals(List.of(State.READ), states());
  }

  private List<Outgoing> claim(Instant now) {
    return outbox().claim(now, LEASE, MANY).stream()
        .filter(it -> it.conversation().startsWith(id))
        .toList();
  }

  private List<Outgoing> stuck(Instant now) {
    return outbox().stuck(now, MANY).stream().filter(it -> it.conversation().equals(id)).toList();
  }

  private List<State> states() {
    return outbox().of(id, 9).stream().map(Outgoing::state).toList();
  }
}
