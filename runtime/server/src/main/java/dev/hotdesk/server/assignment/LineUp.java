package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Fact;
import dev.hotdesk.assignment.Place;
import dev.hotdesk.assignment.Queue;
import dev.hotdesk.assignment.Seat;
import dev.hotdesk.assignment.Waiter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Makes the line from what is on the floor and what is set. */
final class LineUp {

  private final AssignerParts parts;
  private final StaffingShelf shelf;
  private final HandleTimes handled;
  private final Chronicle chronicle;

  LineUp(AssignerParts parts, StaffingShelf shelf, HandleTimes handled, Chronicle chronicle) {
    this.parts = parts;
    this.shelf = shelf;
    this.handled = handled;
    this.chronicle = chronicle;
  }

  /**
   * The line as it is now.
   *
   * @param underWay who is being given to whom at this moment
   */
  Line now(Floor floor, Map<String, String> underWay) {
    var now = parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    var rulebook = shelf.staffing().rulebook();
    var queue = Queue.of(rulebook, floor.waiting().stream().map(this::waiter).toList(), now);
    var serving = new HashMap<>(floor.serving());
    underWay.forEach(
        (id, login) -> {
          if (queue.find(id).isPresent()) {
            serving.merge(login, 1, Integer::sum);
          }
        });
    var here = floor.here();
    var seats =
        floor.operators().stream()
            .map(login -> seat(login, here.contains(login), serving.getOrDefault(login, 0)))
            .toList();
    return new Line(rulebook, queue, seats, Place.all(queue, seats, handled.lately(now)));
  }

  Seat seat(String login, boolean isHere, int serving) {
    var staffing = shelf.staffing();
    var profile = staffing.profile(login);
    return new Seat(
        login,
        isHere ? staffing.status(login) : Seat.Status.AWAY,
        profile.capacity() > 0 ? profile.capacity() : parts.usualCapacity(),
        serving,
        staffing.groupsOf(login),
        profile.skills(),
        profile.stores(),
        chronicle.lastGiven(login));
  }

  /** Somebody who waits, with what was found about them. */
  Waiter waiter(Floor.Waiting waiting) {
    var now = waiting.now();
    return new Waiter(
        now.id(),
        facts(waiting),
        waiting.target(),
        waiting.since(),
        now.servedBy(),
        parts.advice().priority(waiting),
        parts.advice().hold(now.id()));
  }

  private static Map<Fact, String> facts(Floor.Waiting waiting) {
    var now = waiting.now();
    var facts = new EnumMap<Fact, String>(Fact.class);
    facts.put(Fact.CHANNEL, now.channel());
    facts.put(Fact.STORE, now.store());
    facts.put(Fact.LANGUAGE, now.dialogue().language().code());
    facts.put(Fact.TIER, now.tier());
    facts.put(Fact.REASON, waiting.reason());
    facts.put(Fact.INTENT, waiting.intent());
    facts.values().removeIf(String::isEmpty);
    return facts;
  }
}
