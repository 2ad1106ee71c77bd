package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Allotment;
import dev.hotdesk.assignment.Assigned;
import dev.hotdesk.assignment.Fact;
import dev.hotdesk.assignment.Group;
import dev.hotdesk.assignment.Place;
import dev.hotdesk.assignment.Reason;
import dev.hotdesk.assignment.Routed;
import dev.hotdesk.assignment.RoutingRule;
import dev.hotdesk.assignment.Rulebook;
import dev.hotdesk.assignment.Seat;
import dev.hotdesk.assignment.Waiter;
import dev.hotdesk.assignment.Why;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.server.stream.Pump;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gives waiting customers to operators, as soon as somebody waits or has room, and tells everybody
 * their place. Who is given is handed to the conversation as an event that is void if somebody was
 * quicker: a customer cannot be won twice, whoever gives.
 *
 * <p>Each server knows the queue; only the one whose duty it is gives customers out.
 */
public final class Assigner {

  /** Between two looks, in milliseconds: ten times as long as a look takes, within these bounds. */
  private static final long PAUSE = 100;

  private static final long LONGEST_PAUSE = 2_000;
  private static final long TICK = 1_000;
  private static final int MOST_ATTEMPTS = 5;
  private static final int LOOKED_AT = 100;

  private final AssignerParts parts;
  private final StaffingShelf shelf;
  private final HandleTimes handled = new HandleTimes();
  private final Chronicle chronicle = new Chronicle();
  private final Giving giving;
  private final LineUp lineUp;
  private final Pump pump;
  private final AtomicBoolean planned = new AtomicBoolean();
  private final Announcements announcements = new Announcements();
  private volatile long pause = PAUSE;
  private volatile Floor floor = Floor.EMPTY;
  private volatile Line line = Line.EMPTY;

  /** Works with these, once it has a floor. */
  public Assigner(AssignerParts parts) {
    this.parts = parts;
    this.shelf = new StaffingShelf(parts.tables());
    this.giving = new Giving(parts, chronicle);
    this.lineUp = new LineUp(parts, shelf, handled, chronicle);
    this.pump = new Pump(parts.executor(), this::look);
  }

  /** Begins to look after this floor. */
  public void open(Floor opened) {
    floor = opened;
    parts.advice().whenFound(this::found);
    reread();
    parts.timer().scheduleWithFixedDelay(this::tick, TICK, TICK, TimeUnit.MILLISECONDS);
  }

  /** Something happened that may matter: somebody waits, came, went, or has room again. */
  public void stirred() {
    if (planned.compareAndSet(false, true)) {
      parts.timer().schedule(this::lookSoon, pause, TimeUnit.MILLISECONDS);
    }
  }

  /** News of a conversation; called after the floor has them. */
  public void committed(Conversation now, List<Logged> entries) {
    var before = line;
    handled.take(
        now.id(),
        entries,
        id -> before.queue().find(id).map(it -> it.group().name()).orElse(Group.ALL));
    parts.advice().take(now, entries);
    if (chronicle.take(now, entries)) {
      stirred();
    }
  }

  private void found(String conversation) {
    floor.moved(List.of(conversation));
    stirred();
  }

  /** What operators should be warned of about a conversation. */
  public List<Advice.Flag> flags(String conversation) {
    return parts.advice().flags(conversation);
  }

  /** Somebody's place in the queue, if they wait. */
  public Optional<Place> place(String conversation) {
    return Optional.ofNullable(line.places().get(conversation));
  }

  /** Somebody's place, if they have one that they can be told. */
  public Optional<Place> told(String conversation) {
    return place(conversation).filter(it -> it.position() > 0);
  }

  /** Reads anew what is set, now that it was changed. Blocks for the database. */
  public void reread() {
    shelf.reread();
    floor.staffed();
    stirred();
  }

  /** An operator says whether they take customers. Blocks for the database. */
  public void say(String login, Seat.Status status) {
    parts.tables().say(login, status);
    reread();
  }

  /** An operator, as far as it matters for who gets whom. */
  public Seat seat(String login, boolean isHere, int serving) {
    return lineUp.seat(login, isHere, serving);
  }

  /** How many customers an operator may serve of whom nothing else is set. */
  public int usualCapacity() {
    return parts.usualCapacity();
  }

  /** Where a conversation with these facts would wait by these rules. */
  public Tried attempt(Map<Fact, String> facts, List<RoutingRule> rules) {
    var rulebook = new Rulebook(shelf.staffing().rulebook().groups(), rules);
    var routed = rulebook.route(Waiter.since("web.try", parts.clock().instant()).with(facts));
    return new Tried(
        routed,
        floor.operators().stream()
            .filter(login -> routed.suits(lineUp.seat(login, true, 0)))
            .sorted()
            .toList());
  }

  /**
   * Where a conversation would wait.
   *
   * @param operators who could serve it, whether they are here or not
   */
  public record Tried(Routed routed, List<String> operators) {

    /** Copies the logins. */
    public Tried {
      operators = List.copyOf(operators);
    }
  }

  /** Whether this customer may be picked by hand, rather than in their turn. */
  public boolean mayBePicked(String conversation) {
    return floor
        .find(conversation)
        .map(it -> shelf.staffing().rulebook().route(lineUp.waiter(it)))
        .map(routed -> routed.group().mode() == Group.Mode.PICK)
        .orElse(true);
  }

  /** Gives the next in line to an operator who asks for somebody. Blocks until it is stored. */
  public Next next(String login) {
    for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      var underWay = giving.underWay();
      var now = lineUp.now(floor, underWay);
      var seat = now.seat(login);
      if (seat.isPresent() && !seat.get().hasRoom()) {
        return new Next.Full(seat.get().capacity());
      }
      var assigned =
          seat.flatMap(it -> Allotment.next(now.without(underWay.keySet()), it, now.seats()));
      if (assigned.isEmpty()) {
        return new Next.Nobody();
      }
      var receipt = give(assigned.get(), now).map(it -> it.toCompletableFuture().join());
      if (receipt.isPresent() && !(receipt.get() instanceof Receipt.Ignored)) {
        return new Next.Given(assigned.get().conversation(), receipt.get());
      }
    }
    return new Next.Nobody();
  }

  /** Why this chat is where it is; empty if it is not on the desk. Blocks for the database. */
  public Optional<List<Reason>> why(String conversation) {
    return floor.find(conversation).map(this::why);
  }

  private List<Reason> why(Floor.Waiting found) {
    var id = found.now().id();
    var now = lineUp.now(floor, giving.underWay());
    var reasons =
        new ArrayList<>(
            now.queue()
                .find(id)
                .map(routed -> Why.waits(routed, now.queue(), now.seats()))
                .or(() -> chronicle.why(id))
                .orElseGet(
                    () -> Chronicle.why(found.now(), parts.journal().latest(id, LOOKED_AT))));
    parts
        .advice()
        .flags(id)
        .forEach(
            flag ->
                reasons.add(
                    new Reason(
                        Reason.Rule.FLAGGED, List.of(Reason.same(flag.by()), flag.reason()))));
    return reasons;
  }

  /** Gives what can be given, if that is this server's duty, and tells places. */
  private void look() {
    var began = System.nanoTime();
    var underWay = giving.underWay();
    var now = lineUp.now(floor, underWay);
    line = now;
    if (parts.duty().isMine()) {
      Allotment.allot(now.without(underWay.keySet()), now.seats())
          .forEach(assigned -> give(assigned, now));
    }
    tell(announcements.news(now.places()));
    pause = Math.clamp((System.nanoTime() - began) / 100_000, PAUSE, LONGEST_PAUSE);
  }

  private Optional<CompletionStage<Receipt>> give(Assigned assigned, Line now) {
    return floor
        .find(assigned.conversation())
        .flatMap(it -> giving.give(assigned, now, it.now().session().epoch()));
  }

  private void tell(Map<String, Place> news) {
    news.forEach(
        (id, place) -> {
          if (place.position() > 0) {
            parts.hub().queued(id, place);
          }
        });
    if (!news.isEmpty()) {
      floor.moved(news.keySet());
    }
  }

  private void lookSoon() {
    planned.set(false);
    pump.wake();
  }

  /** Time alone changes who may be given to whom, and other servers change what is set. */
  private void tick() {
    if (shelf.isOld()) {
      parts
          .executor()
          .execute(
              () -> {
                if (shelf.rereadIfChanged()) {
                  floor.staffed();
                  pump.wake();
                }
              });
    }
    if (!line.places().isEmpty()) {
      pump.wake();
    }
  }

  /** What becomes of asking for the next in line. */
  public sealed interface Next {

    /** This customer is given, if the receipt says so. */
    record Given(String conversation, Receipt receipt) implements Next {}

    /** Nobody waits whom this operator may serve. */
    record Nobody() implements Next {}

    /** This operator serves as many as they may. */
    record Full(int capacity) implements Next {}
  }
}
