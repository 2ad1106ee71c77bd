package dev.hotdesk.server.store;

import dev.hotdesk.server.frame.Json;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event.Insight;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Timer;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;

/** A line of the log as JSON, and back. */
final class EntryJson {

  private EntryJson() {}

  /** The word for this kind of entry in the database. */
  static String kind(Entry entry) {
    return switch (entry) {
      case Entry.Said _ -> "said";
      case Entry.Recalled _ -> "recalled";
      case Entry.Moved _ -> "moved";
      case Entry.Understood _ -> "understood";
      case Entry.Viewed _ -> "viewed";
      case Entry.Identified _ -> "identified";
      case Entry.Described _ -> "described";
      case Entry.Corrected _ -> "corrected";
      case Entry.Noticed _ -> "noticed";
      case Entry.Left _ -> "left";
      case Entry.Rated _ -> "rated";
      case Entry.Overdue _ -> "overdue";
    };
  }

  static String encode(Entry entry) {
    return Json.write(json -> write(entry, json));
  }

  private static void write(Entry entry, JsonGenerator json) {
    switch (entry) {
      case Entry.Said said -> SaidJson.write(said, json);
      case Entry.Recalled(var message, var by) -> json.write("message", message).write("by", by);
      case Entry.Moved(var state, var reason, var by, var note) -> {
        json.write("reason", reason).write("by", by).write("note", note).writeStartObject("to");
        StateJson.write(state, json);
        json.writeEnd();
      }
      case Entry.Understood(var question, var insight) -> {
        json.write("question", question)
            .write("intent", insight.intent())
            .write("confidence", insight.confidence())
            .write("agent", insight.agent())
            .write("millis", insight.millis())
            .writeStartObject("slots");
        insight.slots().forEach(json::write);
        json.writeEnd();
      }
      case Entry.Viewed(var sku) -> json.write("sku", sku);
      case Entry.Identified(var customer) -> json.write("customer", customer);
      case Entry.Described(var store, var tier) -> json.write("store", store).write("tier", tier);
      case Entry.Noticed(var id, var text, var by) ->
          json.write("id", id).write("text", text).write("by", by);
      case Entry.Corrected(var question, var intent, var by) ->
          json.write("question", question).write("intent", intent).write("by", by);
      case Entry.Left(var text, var contact, var clientId) ->
          json.write("text", text).write("contact", contact).write("id", clientId);
      case Entry.Rated(var score, var comment, var clientId) ->
          json.write("score", score).write("comment", comment).write("id", clientId);
      case Entry.Overdue(var timer) -> json.write("timer", timer.word());
    }
  }

  /** The entry that has this body, and was handled at this time. */
  static Entry decode(String kind, String body, Instant at) {
    var json = Json.read(body);
    return switch (kind) {
      case "said" -> SaidJson.read(json);
      case "recalled" -> new Entry.Recalled(number(json, "message"), json.getString("by"));
      case "moved" -> moved(json, at);
      case "understood" -> new Entry.Understood(number(json, "question"), insight(json));
      case "viewed" -> new Entry.Viewed(json.getString("sku"));
      case "identified" -> new Entry.Identified(json.getString("customer"));
      case "described" -> new Entry.Described(json.getString("store"), json.getString("tier"));
      case "noticed" ->
          new Entry.Noticed(json.getString("id"), json.getString("text"), json.getString("by"));
      case "corrected" ->
          new Entry.Corrected(
              number(json, "question"), json.getString("intent"), json.getString("by"));
      case "left" ->
          new Entry.Left(json.getString("text"), json.getString("contact"), json.getString("id"));
      case "rated" ->
          new Entry.Rated(json.getInt("score"), json.getString("comment"), json.getString("id"));
      case "overdue" -> new Entry.Overdue(Timer.of(json.getString("timer")));
      default -> throw new IllegalArgumentException("Not a kind of log entry: " + kind);
    };
  }

  /** Before operators' notes had a place of their own, they stood for the reason. */
  private static Entry moved(JsonObject json, Instant at) {
    var state = StateJson.read(json.getJsonObject("to"), at);
    var reason = json.getString("reason");
    var isOld = !json.containsKey("note") && state instanceof State.Transferring;
    return new Entry.Moved(
        state,
        isOld ? "" : reason,
        json.getString("by"),
        isOld ? reason : json.getString("note", ""));
  }

  private static Insight insight(JsonObject json) {
    return new Insight(
        json.getString("intent"),
        json.getJsonNumber("confidence").doubleValue(),
        DialogueJson.texts(json.getJsonObject("slots")),
        json.getString("agent"),
        number(json, "millis"));
  }

  private static long number(JsonObject json, String name) {
    return json.getJsonNumber(name).longValueExact();
  }
}
