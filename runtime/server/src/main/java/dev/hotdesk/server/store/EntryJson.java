package dev.hotdesk.server.store;

import dev.hotdesk.server.frame.Json;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.Event.Insight;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;

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
    };
  }

  static String encode(Entry entry) {
    return Json.write(json -> write(entry, json));
  }

  private static void write(Entry entry, JsonGenerator json) {
    switch (entry) {
      case Entry.Said said -> SaidJson.write(said, json);
      case Entry.Recalled(var message, var by) -> json.write("message", message).write("by", by);
      case Entry.Moved(var state, var reason, var by) -> {
        json.write("reason", reason).write("by", by).writeStartObject("to");
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
      case Entry.Corrected(var question, var intent, var by) ->
          json.write("question", question).write("intent", intent).write("by", by);
    }
  }

  static Entry decode(String kind, String body) {
    var json = Json.read(body);
    return switch (kind) {
      case "said" -> SaidJson.read(json);
      case "recalled" -> new Entry.Recalled(number(json, "message"), json.getString("by"));
      case "moved" ->
          new Entry.Moved(
              StateJson.read(json.getJsonObject("to")),
              json.getString("reason"),
              json.getString("by"));
      case "understood" -> new Entry.Understood(number(json, "question"), insight(json));
      case "viewed" -> new Entry.Viewed(json.getString("sku"));
      case "identified" -> new Entry.Identified(json.getString("customer"));
      case "described" -> new Entry.Described(json.getString("store"), json.getString("tier"));
      case "corrected" ->
          new Entry.Corrected(
              number(json, "question"), json.getString("intent"), json.getString("by"));
      default -> throw new IllegalArgumentException("Not a kind of log entry: " + kind);
    };
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
