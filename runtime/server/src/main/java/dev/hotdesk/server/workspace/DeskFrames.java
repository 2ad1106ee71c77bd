package dev.hotdesk.server.workspace;

import dev.hotdesk.assignment.Place;
import dev.hotdesk.assignment.Seat;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.conversation.Receipt;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Outgoing;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.assignment.Advice;
import dev.hotdesk.server.assignment.QueueFrames;
import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.frame.Json;
import dev.hotdesk.server.stream.Vitals;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What operators' browsers are told, in the protocol's words. */
final class DeskFrames {

  private DeskFrames() {}

  /** An operator, and how they are placed to serve. */
  record Seen(Operator operator, Seat seat) {

    boolean isOnline() {
      return seat.status() != Seat.Status.AWAY;
    }
  }

  /** A card with its place in the queue, if its customer waits, and with warnings. */
  record Placed(Card card, Optional<Place> place, List<Advice.Flag> flags) {}

  static String desk(Operator me, List<Seen> operators, List<Placed> cards, List<String> intents) {
    return Json.write(
        json -> {
          json.write("type", "desk")
              .writeStartObject("me")
              .write("login", me.login())
              .write("name", me.name())
              .writeStartArray("roles");
          me.roles().stream().sorted().forEach(json::write);
          json.writeEnd().writeEnd();
          write(operators, json);
          json.writeStartArray("conversations");
          for (var card : cards) {
            json.writeStartObject();
            write(card, json);
            json.writeEnd();
          }
          json.writeEnd().writeStartArray("intents");
          intents.forEach(json::write);
          json.writeEnd().write("heartbeat", Vitals.HEARTBEAT);
        });
  }

  static String operators(List<Seen> operators) {
    return Json.write(
        json -> {
          json.write("type", "operators");
          write(operators, json);
        });
  }

  static String conversation(Placed placed) {
    return Json.write(
        json -> {
          json.write("type", "conversation");
          write(placed, json);
        });
  }

  /** What a frame of this type and id is answered, once it is certain what became of it. */
  static String answer(String type, String id, Receipt receipt) {
    return switch (receipt) {
      case Receipt.Stored(var sequence) -> Frames.ack(id, sequence, false);
      case Receipt.Duplicate(var sequence) -> Frames.ack(id, sequence, true);
      case Receipt.Ignored(var state) when state.equals("absent") ->
          Frames.error("absent", "There is no such conversation.", id);
      case Receipt.Ignored(var state) when type.equals("take") && !state.equals("closed") ->
          Frames.error("taken", "Somebody was quicker.", id);
      case Receipt.Ignored(var state) ->
          Frames.error("not_yours", "Not possible now: the state is " + state + ".", id);
      case Receipt.Refused(var reason) -> Frames.error(reason, "Send it again later.", id);
    };
  }

  /** Somebody asked for the next in line, and is given this one. */
  static String given(String id, String conversation, long sequence) {
    return Json.write(
        json ->
            json.write("type", "ack")
                .write("id", id)
                .write("seq", sequence)
                .write("conversation", conversation));
  }

  static String viewers(String conversation, List<String> logins) {
    return Json.write(
        json -> {
          json.write("type", "viewers")
              .write("conversation", conversation)
              .writeStartArray("operators");
          logins.forEach(json::write);
          json.writeEnd();
        });
  }

  static String notice(NoticeBoard.Told told) {
    return Json.write(
        json ->
            json.write("type", "notice")
                .write("id", told.id())
                .write("text", told.text())
                .write("by", told.by())
                .write("at", told.at().toString())
                .write("store", told.store())
                .write("channel", told.channel())
                .write("state", told.state()));
  }

  static String typing(String conversation, boolean on) {
    return Json.write(
        json -> json.write("type", "typing").write("conversation", conversation).write("on", on));
  }

  static String outgoing(Outgoing outgoing) {
    return Json.write(
        json ->
            json.write("type", "delivery")
                .write("conversation", outgoing.conversation())
                .write("message", outgoing.sequence())
                .write("state", outgoing.state().name().toLowerCase(Locale.ROOT))
                .write("attempt", outgoing.attempt())
                .write("code", outgoing.code())
                .write("reason", outgoing.reason())
                .write("retryable", outgoing.retryable()));
  }

  static String receipts(String conversation, Side by, Mark mark) {
    return Json.write(
        json ->
            json.write("type", "receipts")
                .write("conversation", conversation)
                .write("by", by.name().toLowerCase(Locale.ROOT))
                .write("delivered", mark.delivered())
                .write("read", mark.read()));
  }

  /** Words that were taken back are for supervisors only. */
  static String entry(String conversation, Logged logged, boolean forSupervisor) {
    return Json.write(
        json -> {
          json.write("type", "entry")
              .write("conversation", conversation)
              .write("seq", logged.sequence())
              .write("at", logged.at().toString());
          write(logged, forSupervisor, json);
        });
  }

  private static void write(List<Seen> operators, JsonGenerator json) {
    json.writeStartArray("operators");
    for (var seen : operators) {
      json.writeStartObject()
          .write("login", seen.operator().login())
          .write("name", seen.operator().name())
          .write("online", seen.isOnline())
          .write("status", seen.seat().status().word())
          .write("serving", seen.seat().serving())
          .write("capacity", seen.seat().capacity())
          .writeEnd();
    }
    json.writeEnd();
  }

  private static void write(Placed placed, JsonGenerator json) {
    var card = placed.card();
    var now = card.now();
    json.write("conversation", now.id())
        .write("channel", now.channel())
        .write("state", card.state().word())
        .write("reason", card.reason())
        .write("note", card.note())
        .write("operator", card.operator())
        .write("to", card.to())
        .write("target", card.target().word())
        .write("begun", now.begun().toString())
        .write("changed", now.changed().toString());
    card.waitingSince().ifPresent(since -> json.write("waiting_since", since.toString()));
    if (card.state() instanceof State.Snoozed(_, var until, _)) {
      json.write("until", until.toString());
    }
    json.writeStartArray("overdue");
    now.session().times().overdue().stream().sorted().forEach(it -> json.write(it.word()));
    json.writeEnd();
    json.write("seq", now.session().lastSequence())
        .write("customer", now.customerId())
        .write("sku", now.sku())
        .write("store", now.store())
        .write("tier", now.tier())
        .write("language", now.dialogue().language().code())
        .write("last", card.last())
        .write("unanswered", card.unanswered())
        .write("intent", card.intent())
        .write("confidence", card.confidence());
    placed.place().ifPresent(place -> QueueFrames.write(place, json));
    QueueFrames.write(placed.flags(), json);
  }

  private static void write(Logged logged, boolean forSupervisor, JsonGenerator json) {
    switch (logged.entry()) {
      case Entry.Said said -> {
        json.write("kind", "said");
        SaidFrame.write(said, logged.recalled(), forSupervisor, json);
      }
      case Entry.Recalled(var message, var by) ->
          json.write("kind", "recalled").write("message", message).write("by", by);
      case Entry.Left(var text, var contact, var clientId) ->
          json.write("kind", "left")
              .write("text", text)
              .write("contact", contact)
              .write("id", clientId);
      case Entry.Rated(var score, var comment, _) ->
          json.write("kind", "rated").write("score", score).write("comment", comment);
      case Entry.Overdue(var timer) -> json.write("kind", "overdue").write("timer", timer.word());
      case Entry.Moved(var state, var reason, var by, var note) -> {
        json.write("kind", "moved")
            .write("state", state.word())
            .write("reason", reason)
            .write("by", by)
            .write("note", note)
            .write("operator", state.operator());
        if (state instanceof State.Transferring(_, var to, _, _)) {
          json.write("to", to.login()).write("target", to.word());
        } else {
          json.write("to", "");
        }
      }
      case Entry.Understood(var question, var insight) -> {
        json.write("kind", "understood")
            .write("question", question)
            .write("intent", insight.intent())
            .write("confidence", insight.confidence())
            .writeStartObject("slots");
        insight.slots().forEach(json::write);
        json.writeEnd().write("agent", insight.agent()).write("millis", insight.millis());
      }
      case Entry.Viewed(var sku) -> json.write("kind", "viewed").write("sku", sku);
      case Entry.Identified(var customer) ->
          json.write("kind", "identified").write("customer", customer);
      case Entry.Described(var store, var tier) ->
          json.write("kind", "described").write("store", store).write("tier", tier);
      case Entry.Noticed(var id, var text, var by) ->
          json.write("kind", "noticed").write("id", id).write("text", text).write("by", by);
      case Entry.Corrected(var question, var intent, var by) ->
          json.write("kind", "corrected")
              .write("question", question)
              .write("intent", intent)
              .write("by", by);
    }
  }
}
