package dev.hotdesk.server.workspace;

import dev.hotdesk.api.Attachment;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.attachment.RefusedFileException;
import dev.hotdesk.server.frame.Frame;
import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.frame.Words;
import dev.hotdesk.server.learning.Taught;
import dev.hotdesk.session.Ending;
import dev.hotdesk.session.Event;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one operator's browser asks for, and what it is answered. */
final class OperatorCommands {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorCommands.class);
  private static final int MOST_OPENED = 50;
  private static final int MOST_TOLD = 50;
  private static final Set<String> SERVING =
      Set.of(
          "take",
          "next",
          "status",
          "say",
          "transfer",
          "end_transfer",
          "release",
          "close",
          "wrap_up",
          "finish",
          "snooze",
          "wake",
          "correct",
          "praise",
          "typing",
          "recall",
          "retry",
          "received",
          "read");

  private final Operator operator;
  private final RoomParts parts;
  private final Room room;
  private final OperatorOutlet outlet;
  private final QueueCommands queue;
  private final Consumer<String> viewer;

  OperatorCommands(Operator operator, RoomParts parts, Room room, OperatorOutlet outlet) {
    this.operator = operator;
    this.parts = parts;
    this.room = room;
    this.outlet = outlet;
    this.queue = new QueueCommands(operator, parts, room, outlet);
    this.viewer = outlet::say;
  }

  /** The browser is gone. */
  void close() {
    room.viewers().gone(viewer);
  }

  /** Never throws. */
  void handle(String text) {
    try {
      handle(Frame.parse(text));
    } catch (MalformedFrameException e) {
      refuse("malformed", String.valueOf(e.getMessage()), Frame.idIn(text));
    } catch (RefusedFileException e) {
      refuse(e.code(), String.valueOf(e.getMessage()), Frame.idIn(text));
    } catch (Words.TooLongException e) {
      refuse("too_long", String.valueOf(e.getMessage()), Frame.idIn(text));
    } catch (JournalUnavailableException e) {
      refuse("not_stored", "Send it again later.", Frame.idIn(text));
    } catch (RuntimeException e) {
      LOG.error("A frame of operator {} could not be handled", operator.login(), e);
      refuse("busy", "Send it again later.", Frame.idIn(text));
    }
  }

  private void handle(Frame frame) {
    var me = operator.login();
    if (SERVING.contains(frame.type()) && !operator.mayServe()) {
      refuse("forbidden", "Your roles do not include operator.", frame.idOrEmpty());
      return;
    }
    switch (frame.type()) {
      case "ping" -> outlet.say(Frames.PONG);
      case "pong" -> {}
      case "open" -> open(frame.id(), conversation(frame), Math.max(0, frame.number("after", 0)));
      case "leave" -> {
        var left = conversation(frame);
        outlet.unfollow(left);
        room.viewers().left(left, viewer);
        outlet.say(Frames.ack(frame.id(), 0, false));
      }
      case "take" -> take(frame);
      case "next" -> queue.next(frame.id());
      case "status" -> queue.status(frame.id(), frame.text("status"));
      case "why" -> queue.why(frame.id(), conversation(frame));
      case "say" -> say(frame);
      case "transfer" -> transfer(frame);
      case "end_transfer" -> submit(frame, new Event.TransferEnded(me));
      case "release" -> submit(frame, new Event.OperatorReleased(me));
      case "close" -> submit(frame, new Event.OperatorClosed(me, parts.patience().ending()));
      case "wrap_up" -> submit(frame, new Event.OperatorClosed(me, Ending.WRAP_UP));
      case "finish" -> submit(frame, new Event.OperatorClosed(me, parts.patience().afterWrapUp()));
      case "snooze" ->
          submit(frame, new Event.OperatorSnoozed(me, Wishes.until(frame), Wishes.note(frame)));
      case "wake" -> submit(frame, new Event.OperatorWoke(me));
      case "correct" -> correct(frame);
      case "praise" -> praise(frame);
      case "recall" -> recall(frame);
      case "retry" -> retry(frame);
      case "received" ->
          ifServing(frame, (id, seq) -> parts.watermarks().received(id, Side.OPERATOR, seq));
      case "read" -> ifServing(frame, (id, seq) -> parts.watermarks().read(id, Side.OPERATOR, seq));
      case "typing" -> typing(conversation(frame), frame.flag("on"));
      default -> refuse("unknown_type", "Nobody knows this type of frame.", frame.idOrEmpty());
    }
  }

  private void open(String id, String conversation, long after) {
    if (outlet.followed() >= MOST_OPENED && !outlet.follows(conversation)) {
      refuse("busy", "At most " + MOST_OPENED + " conversations at a time.", id);
      return;
    }
    // First follow, then look how far the log goes: nothing is missed between.
    var feed = outlet.follow(conversation, after);
    var found = parts.journal().find(conversation);
    if (found.isEmpty()) {
      outlet.unfollow(conversation);
      refuse("absent", "There is no such conversation.", id);
      return;
    }
    var last = found.get().session().lastSequence();
    outlet.say(Frames.ack(id, last, false));
    feed.reaches(last);
    for (var side : Side.values()) {
      var mark = parts.watermarks().of(conversation, side);
      if (!mark.equals(Mark.NONE)) {
        outlet.say(DeskFrames.receipts(conversation, side, mark));
      }
    }
    parts.outbox().of(conversation, MOST_TOLD).forEach(it -> outlet.say(DeskFrames.outgoing(it)));
    outlet.wake();
    room.viewers().opened(conversation, viewer, operator.login());
  }

  private void take(Frame frame) {
    var me = operator.login();
    var conversation = conversation(frame);
    var mine =
        room.desk()
            .card(conversation)
            .filter(card -> card.state().equals(new State.OperatorServing(me)));
    if (mine.isPresent()) {
      outlet.say(Frames.ack(frame.id(), mine.get().now().session().lastSequence(), true));
      return;
    }
    if (queue.mayTake(frame.id(), conversation)) {
      submit(
          frame,
          operator.maySupervise() ? new Event.SupervisorTook(me) : new Event.OperatorTook(me));
    }
  }

  private void transfer(Frame frame) {
    var to = Wishes.target(frame);
    if (to.login().equals(operator.login())) {
      throw new MalformedFrameException("to: wanted somebody else");
    }
    if (to instanceof Target.Operator(var login) && !room.isHere(login)) {
      refuse("absent", "That operator is not here.", frame.id());
      return;
    }
    submit(
        frame,
        new Event.OperatorTransferred(
            operator.login(), to, Wishes.reason(frame), Wishes.note(frame)));
  }

  private void correct(Frame frame) {
    var conversation = conversation(frame);
    var question = frame.number("question", 0);
    var intent = intent(frame);
    if (!parts.learning().isQuestion(conversation, question)) {
      throw new MalformedFrameException("question: wanted the seq of a customer's message");
    }
    // What is not in the log was not corrected: agents learn only what is.
    submit(
        frame,
        new Event.OperatorCorrected(operator.login(), question, intent.name()),
        () -> learn(Taught.Kind.CORRECTION, conversation, question, intent));
  }

  /** What an agent or a suggestion answered well is an example as well; nothing of it is logged. */
  private void praise(Frame frame) {
    var conversation = conversation(frame);
    var question = frame.number("question", 0);
    var kind =
        switch (frame.text("kind", "praise")) {
          case "praise" -> Taught.Kind.PRAISE;
          case "suggestion" -> Taught.Kind.SUGGESTION;
          default -> throw new MalformedFrameException("kind: wanted praise or suggestion");
        };
    var intent = intent(frame);
    if (!parts.learning().isQuestion(conversation, question)) {
      throw new MalformedFrameException("question: wanted the seq of a customer's message");
    }
    var mine =
        room.desk()
            .card(conversation)
            .filter(card -> card.state().equals(new State.OperatorServing(operator.login())));
    if (mine.isEmpty()) {
      refuse(
          "not_yours", "Only who serves the customer teaches from the conversation.", frame.id());
      return;
    }
    learn(kind, conversation, question, intent);
    outlet.say(Frames.ack(frame.id(), question, false));
  }

  private void learn(Taught.Kind kind, String conversation, long question, Intent intent) {
    var me = operator.login();
    parts
        .executor()
        .execute(() -> parts.learning().learn(kind, conversation, question, intent, me));
  }

  private static Intent intent(Frame frame) {
    try {
      return new Intent(frame.text("intent"));
    } catch (IllegalArgumentException e) {
      throw new MalformedFrameException("intent: wanted lower-case words joined by dots");
    }
  }

  private void say(Frame frame) {
    var me = operator.login();
    var ids = frame.texts("attachments");
    var files =
        ids.isEmpty()
            ? List.<Attachment>of()
            : parts.attachments().of(conversation(frame), Side.OPERATOR, ids);
    var text = files.isEmpty() ? frame.text("text") : frame.text("text", "");
    // The words may be left out where there are files.
    var words = files.isEmpty() || !text.isBlank() ? Words.clean(text) : "";
    submit(frame, new Event.OperatorSaid(me, MessageId.inLog(me, frame.id()), words, files));
  }

  /** What failed on its way to a channel, or of which nobody knows, is really sent again. */
  private void retry(Frame frame) {
    var message = frame.number("message", 0);
    if (parts.relay().retry(conversation(frame), message)) {
      outlet.say(Frames.ack(frame.id(), message, false));
    } else {
      refuse(
          "not_retryable",
          "Not sent again: message %d has not failed, or its channel will never take it."
              .formatted(message),
          frame.id());
    }
  }

  private void recall(Frame frame) {
    var message = frame.number("message", 0);
    var refusal = parts.recalls().refusal(conversation(frame), message, operator.login());
    if (refusal.isPresent()) {
      refuse(refusal.get().code(), refusal.get().message(), frame.id());
    } else {
      submit(frame, new Event.OperatorRecalled(operator.login(), message));
    }
  }

  /** Only who serves speaks for the shop: a supervisor who looks on has read nothing. */
  private void ifServing(Frame frame, ObjLongConsumer<String> work) {
    var conversation = conversation(frame);
    var sequence = frame.number("seq", 0);
    room.desk()
        .card(conversation)
        .filter(card -> card.state().equals(new State.OperatorServing(operator.login())))
        .ifPresent(_ -> work.accept(conversation, sequence));
  }

  private void typing(String conversation, boolean on) {
    room.desk()
        .card(conversation)
        .filter(card -> card.state().equals(new State.OperatorServing(operator.login())))
        .ifPresent(_ -> parts.hub().operatorTypes(conversation, on));
  }

  private void submit(Frame frame, Event event) {
    submit(frame, event, () -> {});
  }

  private void submit(Frame frame, Event event, Runnable whenStored) {
    var id = frame.id();
    parts
        .processor()
        .handle(conversation(frame), event)
        .thenAccept(
            receipt -> {
              outlet.say(DeskFrames.answer(frame.type(), id, receipt));
              if (receipt instanceof Receipt.Stored) {
                whenStored.run();
              }
            });
  }

  private void refuse(String code, String message, String id) {
    outlet.say(Frames.error(code, message, id));
  }

  private static String conversation(Frame frame) {
    var id = frame.text("conversation");
    if (!Conversation.isId(id)) {
      throw new MalformedFrameException("conversation: wanted an id");
    }
    return id;
  }
}
