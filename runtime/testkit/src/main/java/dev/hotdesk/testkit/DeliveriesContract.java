package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.function.Clockwork;
import dev.hotdesk.function.Clockwork.Alarm;
import dev.hotdesk.function.Deliveries;
import dev.hotdesk.function.Delivery;
import dev.hotdesk.function.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every store of deliveries, timers and schedules promises. Extend it, and hand in stores that
 * may hold anything already.
 */
public abstract class DeliveriesContract {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final String FUNCTION = "shop.Counts";

  private final String plugin = "p-" + UUID.randomUUID();

  /** The deliveries under test; the same each time within a test. */
  protected abstract Deliveries deliveries();

  /** The timers and schedules beside them. */
  protected abstract Clockwork clockwork();

  @Test
  void gives_back_every_kind_of_cause() {
    var causes =
        List.of(
            new Cause.Message("web.a", 7, Author.CUSTOMER, "它会起球吗?🧶 O'Brien \"x\" \u0000"),
            new Cause.Session("web.a", 8, "closed", ""),
            new Cause.Request("POST", "hook", Map.of("a", "1"), Map.of("x", "y"), "{}"),
            new Cause.Time(NOON),
            new Cause.Event("agent-a", "cancelled", "{\"order\":1}"),
            new Cause.Timer("remind", "k", NOON, "{}"));
    for (int i = 0; i < causes.size(); i++) {
      deliveries().add(List.of(occasion("o-" + i, causes.get(i))), NOON.plusMillis(i));
    }

    var claimed = claim(NOON.plusSeconds(1), 10);

    assertEquals(causes, claimed.stream().map(it -> it.occasion().cause()).toList());
    assertEquals(occasion("o-0", causes.getFirst()), claimed.getFirst().occasion());
  }

  @Test
  void keeps_the_same_occasion_once_for_each_function() {
    var other = new Occasion(plugin, "shop.Other", "o", NOON, new Cause.Time(NOON));

    deliveries().add(List.of(occasion("o"), other, occasion("o")), NOON);
    deliveries().add(List.of(occasion("o")), NOON);

    assertEquals(
        Set.of(occasion("o"), other),
        Set.copyOf(
            deliveries()
                .claim(plugin, Set.of(FUNCTION, "shop.Other"), 10, NOON, NOON.plus(CLAIM), "n")
                .stream()
                .map(Delivery::occasion)
                .toList()));
  }

  @Test
  void hands_out_only_what_is_due_and_wanted_the_longest_due_first() {
    deliveries().add(List.of(occasion("late")), NOON.plusSeconds(60));
    deliveries().add(List.of(occasion("second")), NOON.minusSeconds(1));
    deliveries().add(List.of(occasion("first")), NOON.minusSeconds(2));

    assertEquals(List.of("first"), ids(claim(NOON, 1)));
    assertEquals(List.of(), deliveries().claim(plugin, Set.of("x"), 9, NOON, NOON, "n"));
    assertEquals(List.of("second"), ids(claim(NOON, 9)));
    assertEquals(List.of(), claim(NOON, 9));
  }

  @Test
  void gives_a_claim_that_ran_out_to_the_next_and_ignores_who_lost_it() {
    deliveries().add(List.of(occasion("o")), NOON);
    var lost = claim(NOON, 1).getFirst();
    var later = NOON.plus(CLAIM);

    var taken = claim(later, 1).getFirst();
    deliveries().done(lost);
    deliveries().again(lost, NOON, "lost");
    deliveries().bury(lost, NOON, "lost");

    assertEquals(List.of(1, 2), List.of(lost.attempt(), taken.attempt()));
    assertEquals(List.of(), claim(later, 1));
    assertEquals(List.of("o"), ids(claim(later.plus(CLAIM), 1)));
    assertEquals(List.of(), deliveries().dead(plugin, 9));
  }

  @Test
  void forgets_what_is_done() {
    deliveries().add(List.of(occasion("o")), NOON);

    deliveries().done(claim(NOON, 1).getFirst());

    assertEquals(List.of(), claim(NOON.plus(CLAIM), 1));
  }

  @Test
  void counts_an_attempt_that_failed_and_none_that_was_not_made() {
    deliveries().add(List.of(occasion("o")), NOON);
    deliveries().putBack(claim(NOON, 1).getFirst(), NOON.plusSeconds(1));

    var first = claim(NOON.plusSeconds(1), 1).getFirst();
    deliveries().again(first, NOON.plusSeconds(2), "it\nfailed");

    assertEquals(1, first.attempt());
    assertEquals(List.of(), claim(NOON.plusSeconds(1), 1));
    assertEquals(2, claim(NOON.plusSeconds(2), 1).getFirst().attempt());
  }

  @Test
  void keeps_dead_letters_until_they_are_replayed_or_discarded() {
    deliveries().add(List.of(occasion("a"), occasion("b")), NOON);
    claim(NOON, 2).forEach(it -> deliveries().bury(it, NOON, "no more"));
    var letters = deliveries().dead(plugin, 9);

    assertEquals(
        Set.of("a", "b"), Set.copyOf(letters.stream().map(it -> it.occasion().id()).toList()));
    assertEquals("no more", letters.getFirst().error());
    assertEquals(1, deliveries().dead(plugin, 1).size());
    assertEquals(List.of(), claim(NOON.plus(CLAIM), 9));

    assertTrue(deliveries().replay(letters.getFirst().id(), NOON));
    assertFalse(deliveries().replay(letters.getFirst().id(), NOON));
    assertFalse(deliveries().discard(letters.getFirst().id()));
    assertTrue(deliveries().discard(letters.getLast().id()));

    var again = claim(NOON, 9);
    assertEquals(
        List.of(letters.getFirst().occasion()), again.stream().map(Delivery::occasion).toList());
    assertEquals(1, again.getFirst().attempt());
    assertEquals(List.of(), deliveries().dead(plugin, 9));
  }

  @Test
  void replays_all_of_one_plugin() {
    deliveries().add(List.of(occasion("a"), occasion("b")), NOON);
    claim(NOON, 2).forEach(it -> deliveries().bury(it, NOON, ""));

    assertEquals(0, deliveries().replayAll(plugin + "-other", NOON));
    assertEquals(2, deliveries().replayAll(plugin, NOON));
    assertEquals(2, claim(NOON, 9).size());
  }

  @Test
  void gives_up_what_nobody_came_for() {
    var longAgo = NOON.minus(Duration.ofDays(3650));
    deliveries().add(List.of(occasion("old")), longAgo);
    deliveries().add(List.of(occasion("new")), NOON);

    assertTrue(deliveries().buryOlder(longAgo.plusSeconds(1), NOON, "gone") >= 1);

    assertEquals(List.of("new"), ids(claim(NOON, 9)));
    assertEquals("gone", deliveries().dead(plugin, 9).getFirst().error());
  }

  @Test
  void gives_each_delivery_to_one_of_many_nodes() throws InterruptedException {
    deliveries().add(IntStream.range(0, 60).mapToObj(i -> occasion("o-" + i)).toList(), NOON);
    var claimed = new ConcurrentLinkedQueue<String>();
    var begin = new CountDownLatch(1);
    var nodes =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              try {
                                begin.await();
                              } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                              }
                              for (int j = 0; j < 30; j++) {
                                claimed.addAll(ids(claim(NOON, 7)));
                              }
                            }))
            .toList();
    begin.countDown();
    for (var node : nodes) {
      node.join();
    }

    assertEquals(60, claimed.size());
    assertEquals(60, Set.copyOf(claimed).size());
  }

  @Test
  void rings_a_timer_once_and_not_before_its_time() {
    clockwork().set(alarm("k", NOON, "1"));

    assertEquals(0, ring(NOON.minusMillis(1)));
    assertEquals(1, ring(NOON));
    assertEquals(0, ring(NOON));
    assertEquals(List.of("timer/1"), ids(claim(NOON, 9)));
  }

  @Test
  void replaces_a_timer_and_forgets_one_that_is_cancelled() {
    clockwork().set(alarm("moved", NOON, "1"));
    clockwork().set(alarm("moved", NOON.plusSeconds(9), "2"));
    clockwork().set(alarm("gone", NOON, "3"));
    clockwork().cancel(plugin, "remind", "gone");
    clockwork().cancel(plugin, "remind", "never set");

    assertEquals(0, ring(NOON));
    assertEquals(1, ring(NOON.plusSeconds(9)));
    assertEquals(List.of("timer/2"), ids(claim(NOON.plusSeconds(9), 9)));
  }

  @Test
  void moves_a_schedule_on_once_whoever_comes() {
    var schedule = new Clockwork.Schedule(plugin, FUNCTION, "* * * * *", "UTC");
    assertEquals(NOON, clockwork().next(schedule, NOON));
    assertEquals(NOON, clockwork().next(schedule, NOON.plusSeconds(60)));

    clockwork().ring(schedule, NOON, NOON.plusSeconds(60), Optional.of(occasion("s/1")));
    clockwork().ring(schedule, NOON, NOON.plusSeconds(90), Optional.of(occasion("s/2")));

    assertEquals(NOON.plusSeconds(60), clockwork().next(schedule, NOON));
    assertEquals(List.of("s/1"), ids(claim(NOON, 9)));
  }

  private int ring(Instant now) {
    return clockwork()
        .ring(plugin, "remind", now, 10, it -> List.of(occasion("timer/" + it.setting())));
  }

  private Alarm alarm(String key, Instant due, String setting) {
    return new Alarm(plugin, "remind", key, due, "{}", setting);
  }

  private List<Delivery> claim(Instant now, int most) {
    return deliveries().claim(plugin, Set.of(FUNCTION), most, now, now.plus(CLAIM), "node");
  }

  private static List<String> ids(List<Delivery> deliveries) {
    return deliveries.stream().map(it -> it.occasion().id()).toList();
  }

  private Occasion occasion(String id) {
    return occasion(id, new Cause.Time(NOON));
  }

  private Occasion occasion(String id, Cause cause) {
    return new Occasion(plugin, FUNCTION, id, NOON, cause);
  }
}
