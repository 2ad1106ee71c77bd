package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.server.stream.Relay;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The room with the desk: who is in it, and what they see there. */
public final class Room implements Hub.Watcher {

  /** Seconds between two times that who looks is said again. */
  private static final int REPEATED = 10;

  private static final int MOST_TOLD = 50;

  private final RoomParts parts;
  private final Desk desk = new Desk();
  private final Presence presence;
  private final Viewers viewers = new Viewers(System::nanoTime);
  private final NoticeBoard notices = new NoticeBoard(Clock.systemUTC());
  private final Set<OperatorConnection> connections = ConcurrentHashMap.newKeySet();

  /** An empty room. */
  public Room(RoomParts parts) {
    this.parts = parts;
    this.presence = new Presence(parts, desk);
  }

  /**
   * Lays out what is open, and begins to listen. Operators who served when the server stopped have
   * the usual time to come back.
   */
  public void open() {
    parts.hub().watch(this);
    parts.timer().scheduleWithFixedDelay(viewers::repeat, REPEATED, REPEATED, TimeUnit.SECONDS);
    desk.layOut(parts.journal());
    desk.serving().keySet().forEach(presence::missing);
    parts.assigner().open(new RoomFloor(this, parts.staff(), presence));
  }

  /** From now on this is one room at several servers. */
  public void share(Seats seats, Relay relay) {
    presence.share(seats);
    viewers.relay(relay);
    seats.whenChanged(this::operatorsChanged);
  }

  /** Unless an operator is somewhere: gives them time to come, and then they have left. */
  public void missing(String login) {
    presence.missing(login);
  }

  /** How many sessions there are in each state. */
  public Map<String, Long> sessions() {
    return desk.counts();
  }

  /** The conversations that lie on the desk. */
  public Set<String> conversations() {
    return desk.conversations();
  }

  /** Those of them in which something has happened since. */
  public Set<String> changedSince(Instant since) {
    return desk.changedSince(since);
  }

  /** How far a conversation's log is known on the desk; 0 if it does not lie there. */
  public long place(String conversation) {
    return desk.place(conversation);
  }

  /** How many operators' sockets are open. */
  public int sockets() {
    return connections.size();
  }

  /** Somebody logged out, or may not be here any longer. */
  public void loggedOut(String login) {
    dismiss(login);
    presence.left(login);
  }

  /** Closes somebody's sockets; their customers wait for them as long as for anybody. */
  public void dismiss(String login) {
    connections.stream()
        .filter(connection -> connection.operator().login().equals(login))
        .forEach(OperatorConnection::dismiss);
  }

  /** Who works here, or what they are called, was changed at another server. */
  public void staffChanged() {
    operatorsChanged();
  }

  /** Shows everybody what a supervisor told, unless they were shown it. */
  public void notice(NoticeBoard.Told told) {
    if (notices.pin(told)) {
      var frame = DeskFrames.notice(told);
      tell(connection -> connection.noticed(frame));
    }
  }

  void enter(OperatorConnection connection) {
    connections.add(connection);
    presence.entered(connection.operator().login());
    parts.assigner().stirred();
    connection.show(
        DeskFrames.desk(
            connection.operator(),
            presence.seen(parts.staff().operators()),
            desk.shown().stream().map(this::placed).toList(),
            parts.intents().get()));
    notices.lately().forEach(told -> connection.noticed(DeskFrames.notice(told)));
    operatorsChanged();
  }

  void leave(OperatorConnection connection) {
    if (connections.remove(connection)) {
      presence.closed(connection.operator().login());
      parts.assigner().stirred();
      operatorsChanged();
    }
  }

  Viewers viewers() {
    return viewers;
  }

  Desk desk() {
    return desk;
  }

  boolean isHere(String login) {
    return presence.isHere(login);
  }

  /** Whether any operator sits anywhere, as far as is known at the moment. */
  public boolean isAttended() {
    return !presence.here().isEmpty();
  }

  /** Whether an operator sits at any server: for sure, unless nobody can tell. */
  boolean isAnywhere(String login) {
    return presence.isAnywhere(login);
  }

  @Override
  public void committed(Conversation now, List<Logged> entries) {
    var card = desk.update(now, entries, parts.journal());
    parts.assigner().committed(now, entries);
    if (connections.isEmpty()) {
      return;
    }
    var told = new OnceEncoded(() -> DeskFrames.conversation(placed(card)));
    var isChatter = isChatter(entries);
    tell(
        connection -> {
          connection.changed(now.id(), told, isChatter);
          connection.offer(now.id(), entries);
        });
    if (entries.stream().anyMatch(logged -> logged.entry() instanceof Entry.Moved)) {
      operatorsChanged();
    }
  }

  /** Whether somebody only said something, in a conversation that is known. */
  private static boolean isChatter(List<Logged> entries) {
    return entries.getFirst().sequence() > 1
        && entries.stream()
            .allMatch(
                logged ->
                    logged.entry() instanceof Entry.Said
                        || logged.entry() instanceof Entry.Understood
                        || logged.entry() instanceof Entry.Viewed);
  }

  @Override
  public void customerTypes(String conversation, boolean on) {
    if (!connections.isEmpty()) {
      var frame = DeskFrames.typing(conversation, on);
      tell(connection -> connection.customerTypes(conversation, frame));
    }
  }

  /** Reads how far the message is, on a thread that may block, if anybody looks. */
  @Override
  public void sent(String conversation, long sequence) {
    if (!connections.isEmpty()) {
      parts
          .executor()
          .execute(
              () ->
                  parts.outbox().of(conversation, MOST_TOLD).stream()
                      .filter(it -> it.sequence() == sequence)
                      .map(DeskFrames::outgoing)
                      .forEach(
                          frame ->
                              tell(connection -> connection.customerTypes(conversation, frame))));
    }
  }

  @Override
  public void customerAt(String conversation, Mark mark) {
    if (!connections.isEmpty()) {
      var frame = DeskFrames.receipts(conversation, Side.CUSTOMER, mark);
      tell(connection -> connection.customerTypes(conversation, frame));
    }
  }

  /** The places of these conversations in the queue have changed. */
  void moved(Collection<String> conversations) {
    if (connections.isEmpty()) {
      return;
    }
    for (var conversation : conversations) {
      desk.card(conversation)
          .ifPresent(
              card -> {
                var told = new OnceEncoded(() -> DeskFrames.conversation(placed(card)));
                tell(connection -> connection.changed(conversation, told, true));
              });
    }
  }

  private DeskFrames.Placed placed(Card card) {
    return new DeskFrames.Placed(
        card,
        card.state() instanceof State.Waiting
            ? parts.assigner().place(card.now().id())
            : Optional.empty(),
        parts.assigner().flags(card.now().id()));
  }

  @Override
  public void heard(String what, String conversation, String value) {
    if (what.equals(Viewers.LOOKS) || what.equals(Viewers.TURNS_AWAY)) {
      viewers.heard(what, conversation, value);
    }
  }

  void operatorsChanged() {
    if (connections.isEmpty()) {
      return;
    }
    var told =
        new OnceEncoded(() -> DeskFrames.operators(presence.seen(parts.staff().operators())));
    tell(connection -> connection.operatorsChanged(told));
  }

  private void tell(Consumer<OperatorConnection> news) {
    connections.forEach(news);
  }
}
