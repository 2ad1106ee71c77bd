package dev.hotdesk.server.workspace;

import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.assignment.Seat;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.assignment.QueueFrames;
import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.session.State;

/** What one operator's browser asks of the queue. */
final class QueueCommands {

  private final Operator operator;
  private final RoomParts parts;
  private final Room room;
  private final OperatorOutlet outlet;

  QueueCommands(Operator operator, RoomParts parts, Room room, OperatorOutlet outlet) {
    this.operator = operator;
    this.parts = parts;
    this.room = room;
    this.outlet = outlet;
  }

  /** Gives them the next in line. */
  void next(String id) {
    switch (parts.assigner().next(operator.login())) {
      case Assigner.Next.Given(var conversation, Receipt.Stored(var sequence)) ->
          outlet.say(DeskFrames.given(id, conversation, sequence));
      case Assigner.Next.Given _ -> refuse("not_stored", "Send it again later.", id);
      case Assigner.Next.Nobody() -> refuse("nobody_waits", "Nobody waits for you.", id);
      case Assigner.Next.Full(var capacity) ->
          refuse("full", "You serve as many as you may: " + capacity + ".", id);
    }
  }

  /** They say whether they take customers. */
  void status(String id, String word) {
    var status =
        Seat.Status.of(word)
            .filter(it -> it != Seat.Status.AWAY)
            .orElseThrow(() -> new MalformedFrameException("status: wanted online, busy or break"));
    parts.assigner().say(operator.login(), status);
    outlet.say(Frames.ack(id, 0, false));
  }

  /** They ask why a chat is where it is. */
  void why(String id, String conversation) {
    parts
        .assigner()
        .why(conversation)
        .ifPresentOrElse(
            reasons -> outlet.say(QueueFrames.why(id, conversation, reasons)),
            () -> refuse("absent", "There is no such conversation on the desk.", id));
  }

  /**
   * Whether they may take this customer by hand. Where customers are served in line only a
   * supervisor may, and that is put on record.
   */
  boolean mayTake(String id, String conversation) {
    var state = room.desk().card(conversation).map(Card::state);
    var isPick =
        state
            .filter(it -> it instanceof State.Waiting || it instanceof State.BotServing)
            .isPresent();
    if (!isPick || parts.assigner().mayBePicked(conversation)) {
      return true;
    }
    if (!operator.maySupervise()) {
      refuse("in_line", "These customers are served in line: ask for the next one.", id);
      return false;
    }
    parts.trail().add(operator.login(), "queue.pick", conversation, "");
    return true;
  }

  private void refuse(String code, String message, String id) {
    outlet.say(Frames.error(code, message, id));
  }
}
