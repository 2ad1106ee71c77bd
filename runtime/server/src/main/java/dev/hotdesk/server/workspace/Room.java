package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The room with the desk: who is in it, and what they see there. */
public final class Room implements Hub.Watcher {

  private static final int MOST_TOLD = 50;

  private final RoomParts parts;
  private final Desk desk = new Desk();
  private final Presence presence;
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
    desk.layOut(parts.journal());
    desk.serving().keySet().forEach(presence::missing);
    parts.assigner().open(new RoomFloor(this, parts.staff(), presence));
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
    operatorsChanged();
  }

  void leave(OperatorConnection connection) {
    if (connections.remove(connection)) {
      presence.closed(connection.operator().login());
      parts.assigner().stirred();
      operatorsChanged();
    }
  }

  Desk desk() {
    return desk;
  }

  boolean isHere(String login) {
    return presence.isHere(login);
  }

  @Override
  public void committed(Conversation now, List<Logged> entries) {
    var card = desk.update(now, entries, parts.journal());
    parts.assigner().committed(now, entries);
    if (connections.isEmpty()) {
      return;
    }
    var told = new OnceEncoded(() -> DeskFrames.conversation(placed(card)));
    tell(
        connection -> {
          connection.changed(now.id(), told);
          connection.offer(now.id(), entries);
        });
    if (entries.stream().anyMatch(logged -> logged.entry() instanceof Entry.Moved)) {
      operatorsChanged();
    }
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
                tell(connection -> connection.changed(conversation, told));
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
