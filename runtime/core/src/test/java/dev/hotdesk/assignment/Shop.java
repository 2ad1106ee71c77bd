package dev.hotdesk.assignment;

import dev.hotdesk.api.Text;
import dev.hotdesk.session.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small shop to try the rules in. */
final class Shop {

  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  final List<Waiter> waiters = new ArrayList<>();
  final List<Seat> seats = new ArrayList<>();
  final List<Group> groups = new ArrayList<>();
  final List<RoutingRule> rules = new ArrayList<>();

  /** A shop where customers are given out. */
  static Shop giving() {
    var shop = new Shop();
    shop.groups.add(auto(Group.ALL, Group.Strategy.ROUND_ROBIN));
    return shop;
  }

  static Group auto(String name, Group.Strategy strategy) {
    var usual = Group.usual(name);
    return new Group(name, Group.Mode.AUTO, strategy, usual.bound(), usual.overflow(), true);
  }

  Shop waits(String conversation, int secondsAgo) {
    return waits(Waiter.since(conversation, NOON.minusSeconds(secondsAgo)));
  }

  Shop waits(Waiter waiter) {
    waiters.add(waiter);
    return this;
  }

  Shop sits(Seat seat) {
    seats.add(seat);
    return this;
  }

  static Waiter vip(Waiter waiter) {
    return prioritized(waiter, 2);
  }

  static Waiter prioritized(Waiter it, int steps) {
    return new Waiter(
        it.conversation(),
        it.facts(),
        it.target(),
        it.since(),
        it.servedBy(),
        new Waiter.Priority(steps, new Text("金卡", "gold"), "routing-loyalty"),
        it.hold());
  }

  static Waiter fromStore(String store, Waiter it) {
    var facts = new EnumMap<Fact, String>(Fact.class);
    facts.putAll(it.facts());
    facts.put(Fact.STORE, store);
    return new Waiter(
        it.conversation(), facts, it.target(), it.since(), it.servedBy(), it.priority(), it.hold());
  }

  static Waiter servedBy(String login, Waiter it) {
    return new Waiter(
        it.conversation(), it.facts(), it.target(), it.since(), login, it.priority(), it.hold());
  }

  static Waiter meantFor(Target target, Waiter it) {
    return new Waiter(
        it.conversation(), it.facts(), target, it.since(), it.servedBy(), it.priority(), it.hold());
  }

  static Waiter held(Duration time, Waiter it) {
    return new Waiter(
        it.conversation(),
        it.facts(),
        it.target(),
        it.since(),
        it.servedBy(),
        it.priority(),
        Optional.of(
            new Waiter.Hold(new Text("刷屏", "flood"), "screening-repeats", NOON.plus(time))));
  }

  static Waiter waiter(String conversation, int secondsAgo) {
    return Waiter.since(conversation, NOON.minusSeconds(secondsAgo));
  }

  static Waiter waiter(String conversation, int secondsAgo, Map<Fact, String> facts) {
    var it = waiter(conversation, secondsAgo);
    return new Waiter(
        it.conversation(), facts, it.target(), it.since(), it.servedBy(), it.priority(), it.hold());
  }

  static Seat seat(String login, int serving, int capacity) {
    return new Seat(
        login, Seat.Status.ONLINE, capacity, serving, Set.of(), Set.of(), Set.of(), Instant.EPOCH);
  }

  static Seat status(Seat.Status status, Seat it) {
    return new Seat(
        it.login(),
        status,
        it.capacity(),
        it.serving(),
        it.groups(),
        it.skills(),
        it.stores(),
        it.lastGiven());
  }

  static Seat inGroup(String group, Seat it) {
    return new Seat(
        it.login(),
        it.status(),
        it.capacity(),
        it.serving(),
        Set.of(group),
        it.skills(),
        it.stores(),
        it.lastGiven());
  }

  static Seat knowing(String skill, Seat it) {
    return new Seat(
        it.login(),
        it.status(),
        it.capacity(),
        it.serving(),
        it.groups(),
        Set.of(skill),
        it.stores(),
        it.lastGiven());
  }

  static Seat ofStore(String store, Seat it) {
    return new Seat(
        it.login(),
        it.status(),
        it.capacity(),
        it.serving(),
        it.groups(),
        it.skills(),
        Set.of(store),
        it.lastGiven());
  }

  Rulebook rulebook() {
    return new Rulebook(groups, rules);
  }

  Queue queue() {
    return Queue.of(rulebook(), waiters, NOON);
  }

  List<Assigned> allot() {
    return Allotment.allot(queue(), seats);
  }

  /** Who goes to whom, such as {@code a>amy}. */
  List<String> given() {
    return allot().stream().map(it -> it.conversation() + ">" + it.operator()).toList();
  }

  /** The rules that are named when somebody asks why this chat is here. */
  List<Reason.Rule> why(String conversation) {
    var queue = queue();
    return Why.waits(queue.find(conversation).orElseThrow(), queue, seats).stream()
        .map(Reason::rule)
        .toList();
  }
}
