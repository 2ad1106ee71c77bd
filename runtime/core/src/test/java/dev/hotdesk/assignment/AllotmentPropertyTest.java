package dev.hotdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Text;
import dev.hotdesk.session.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every shop, whoever waits and whoever works there. */
class AllotmentPropertyTest {

  private static final List<String> STORES = List.of("", "wuhan", "ningbo");
  private static final List<String> SKILLS = List.of("french", "repairs");
  private static final List<String> GROUPS = List.of(Group.ALL, "returns", "gold");

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobody_is_given_twice_nor_beyond_room_nor_to_who_may_not(long seed) {
    var shop = shop(new Random(seed));
    var assigned = shop.allot();

    assertThat(assigned).extracting(Assigned::conversation).doesNotHaveDuplicates();
    var counts =
        assigned.stream().collect(Collectors.groupingBy(Assigned::operator, Collectors.counting()));
    var fit = new Fit(shop.seats, Shop.NOON);
    for (var seat : shop.seats) {
      assertThat(seat.serving() + counts.getOrDefault(seat.login(), 0L))
          .isLessThanOrEqualTo(Math.max(seat.serving(), seat.capacity()));
    }
    for (var each : assigned) {
      var routed = shop.queue().find(each.conversation()).orElseThrow();
      assertThat(fit.suits(routed, find(shop, each.operator()))).isTrue();
      assertThat(find(shop, each.operator()).status()).isEqualTo(Seat.Status.ONLINE);
      assertThat(routed.group().mode()).isEqualTo(Group.Mode.AUTO);
      assertThat(each.reasons()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobody_is_left_waiting_while_somebody_could_serve_them(long seed) {
    var shop = shop(new Random(seed));
    var assigned = shop.allot();
    var given = assigned.stream().map(Assigned::conversation).collect(Collectors.toSet());
    var fit = new Fit(shop.seats, Shop.NOON);
    var left = roomLeft(shop, assigned);

    var forgotten =
        shop.queue().inOrder().stream()
            .filter(it -> !given.contains(it.waiter().conversation()))
            .filter(it -> it.group().mode() == Group.Mode.AUTO && !it.waiter().isHeld(Shop.NOON))
            .filter(it -> left.stream().anyMatch(seat -> fit.suits(it, seat)));
    assertThat(forgotten).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobody_who_is_overdue_is_passed_over_for_who_waited_less(long seed) {
    var shop = shop(new Random(seed));
    var queue = shop.queue();
    var assigned = shop.allot();
    var given = assigned.stream().map(Assigned::conversation).collect(Collectors.toSet());
    var fit = new Fit(shop.seats, Shop.NOON);

    for (var overdue : queue.inOrder()) {
      if (given.contains(overdue.waiter().conversation())
          || !overdue.isOverdue(Shop.NOON)
          || overdue.group().mode() != Group.Mode.AUTO
          || overdue.waiter().isHeld(Shop.NOON)) {
        continue;
      }
      for (var each : assigned) {
        if (fit.suits(overdue, find(shop, each.operator()))) {
          var other = queue.find(each.conversation()).orElseThrow();
          assertThat(other.isOverdue(Shop.NOON)).isTrue();
          assertThat(other.waiter().since()).isBeforeOrEqualTo(overdue.waiter().since());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void before_the_overflow_only_the_own_store_serves_if_it_is_at_work(long seed) {
    var shop = shop(new Random(seed));
    for (var each : shop.allot()) {
      var routed = shop.queue().find(each.conversation()).orElseThrow();
      var store = routed.waiter().store();
      var seat = find(shop, each.operator());
      var isStoreAtWork =
          shop.seats.stream()
              .anyMatch(
                  one ->
                      one.isAtWork()
                          && one.isOf(store)
                          && one.isIn(routed.group().name())
                          && one.skills().containsAll(routed.skills()));
      var isYoung =
          routed.waiter().since().plus(routed.group().overflow()).isAfter(Shop.NOON)
              && !routed.isOverdue(Shop.NOON);
      if (!store.isEmpty()
          && isStoreAtWork
          && isYoung
          && !(routed.waiter().target() instanceof Target.Operator)) {
        assertThat(seat.isOf(store)).isTrue();
      }
    }
  }

  /** A stream of VIPs that never ends, one operator with one place: everybody's turn comes. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whoever_comes_is_served_after_the_bound_and_those_before(long seed) {
    var random = new Random(seed);
    var bound = Duration.ofMinutes(5);
    var rulebook =
        new Rulebook(List.of(Shop.auto(Group.ALL, Group.Strategy.ROUND_ROBIN)), List.of());
    var waiting = new ArrayList<Waiter>();
    var before = random.nextInt(20);
    for (var i = 0; i < before; i++) {
      waiting.add(vipIf(random.nextBoolean(), "before" + i, Shop.NOON.minusSeconds(i + 1)));
    }
    waiting.add(Waiter.since("patient", Shop.NOON));
    var now = Shop.NOON;
    var handle = Duration.ofSeconds(30);
    // Each handle time one place becomes free, and more VIPs come than can be served.
    for (var round = 0; ; round++) {
      now = now.plus(handle);
      waiting.add(vipIf(true, "vip" + round, now));
      waiting.add(vipIf(random.nextInt(4) > 0, "more" + round, now));
      var queue = Queue.of(rulebook, waiting, now);
      var served =
          Allotment.allot(queue, List.of(Shop.seat("amy", 0, 1))).getFirst().conversation();
      if (served.equals("patient")) {
        break;
      }
      waiting.removeIf(it -> it.conversation().equals(served));
      assertThat(Duration.between(Shop.NOON, now))
          .isLessThanOrEqualTo(bound.plus(handle.multipliedBy(before + 1)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void taking_turns_is_fair(long seed) {
    var random = new Random(seed);
    var shop = Shop.giving();
    var many = 1 + random.nextInt(6);
    IntStream.range(0, many).forEach(i -> shop.sits(Shop.seat("op" + i, 0, 100)));
    IntStream.range(0, random.nextInt(60)).forEach(i -> shop.waits("c" + i, random.nextInt(900)));

    var counts = new HashMap<String, Integer>();
    shop.seats.forEach(seat -> counts.put(seat.login(), 0));
    shop.allot().forEach(each -> counts.merge(each.operator(), 1, Integer::sum));

    assertThat(
            counts.values().stream().max(Comparator.naturalOrder()).orElseThrow()
                - counts.values().stream().min(Comparator.naturalOrder()).orElseThrow())
        .isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_next_in_line_is_nobody_behind_another_who_fits(long seed) {
    var shop = shop(new Random(seed));
    var queue = shop.queue();
    var fit = new Fit(shop.seats, Shop.NOON);
    for (var seat : shop.seats) {
      var first =
          queue.inOrder().stream()
              .filter(it -> !it.waiter().isHeld(Shop.NOON) && fit.suits(it, seat))
              .map(it -> it.waiter().conversation())
              .findFirst()
              .filter(_ -> seat.hasRoom());
      assertThat(Allotment.next(queue, seat, shop.seats).map(Assigned::conversation))
          .isEqualTo(first);
    }
  }

  private static Waiter vipIf(boolean isVip, String conversation, Instant since) {
    var waiter = Waiter.since(conversation, since);
    return isVip ? Shop.vip(waiter) : waiter;
  }

  private static Seat find(Shop shop, String login) {
    return shop.seats.stream().filter(it -> it.login().equals(login)).findFirst().orElseThrow();
  }

  private static List<Seat> roomLeft(Shop shop, List<Assigned> assigned) {
    var seats = new HashMap<String, Seat>();
    shop.seats.forEach(seat -> seats.put(seat.login(), seat));
    assigned.forEach(it -> seats.computeIfPresent(it.operator(), (_, s) -> s.given(Shop.NOON)));
    return seats.values().stream()
        .filter(seat -> seat.status() == Seat.Status.ONLINE && seat.hasRoom())
        .toList();
  }

  private static Shop shop(Random random) {
    var shop = new Shop();
    for (var name : GROUPS) {
      shop.groups.add(
          new Group(
              name,
              pick(random, List.of(Group.Mode.AUTO, Group.Mode.AUTO, Group.Mode.PICK)),
              pick(random, List.of(Group.Strategy.values())),
              Duration.ofSeconds(30 + random.nextInt(600)),
              Duration.ofSeconds(random.nextInt(700)),
              random.nextBoolean()));
    }
    shop.rules.add(
        new RoutingRule(
            "skilled",
            Map.of(Fact.INTENT, Set.of("repair")),
            pick(random, GROUPS),
            Set.of(pick(random, SKILLS)),
            Optional.empty()));
    IntStream.range(0, random.nextInt(30)).forEach(i -> shop.waits(waiter(random, "c" + i)));
    IntStream.range(0, random.nextInt(8)).forEach(i -> shop.sits(seat(random, "op" + i)));
    return shop;
  }

  private static Waiter waiter(Random random, String conversation) {
    var facts = new HashMap<Fact, String>();
    facts.put(Fact.STORE, pick(random, STORES));
    facts.put(Fact.INTENT, pick(random, List.of("repair", "price")));
    var target =
        switch (random.nextInt(6)) {
          case 0 -> new Target.Group(pick(random, GROUPS));
          case 1 -> new Target.Store(pick(random, STORES));
          case 2 -> new Target.Operator("op" + random.nextInt(8));
          default -> new Target.Anyone();
        };
    var hold =
        random.nextInt(10) == 0
            ? Optional.of(
                new Waiter.Hold(
                    new Text("x", "x"), "y", Shop.NOON.plusSeconds(random.nextInt(3) - 1)))
            : Optional.<Waiter.Hold>empty();
    return new Waiter(
        conversation,
        facts,
        target,
        Shop.NOON.minusSeconds(random.nextInt(900)),
        "op" + random.nextInt(10),
        new Waiter.Priority(random.nextInt(5) - 2, new Text("", ""), ""),
        hold);
  }

  private static Seat seat(Random random, String login) {
    return new Seat(
        login,
        pick(random, List.of(Seat.Status.ONLINE, Seat.Status.ONLINE, Seat.Status.BUSY)),
        random.nextInt(5),
        random.nextInt(4),
        some(random, GROUPS),
        some(random, SKILLS),
        some(random, STORES.subList(1, 3)),
        Shop.NOON.minusSeconds(random.nextInt(100)));
  }

  private static Set<String> some(Random random, List<String> all) {
    var some = new HashSet<String>();
    all.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
    return some;
  }

  private static <T> T pick(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
