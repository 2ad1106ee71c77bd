package dev.hotdesk.server.store;

import dev.hotdesk.api.Author;
import dev.hotdesk.api.Invocation.Cause;
import dev.hotdesk.function.Occasion;
import dev.hotdesk.server.frame.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What happened, as JSON, and back. */
public final class CauseJson {

  private CauseJson() {}

  /** The text of an object with the kind and the particulars. */
  public static String encode(Cause cause) {
    return Json.write(json -> write(cause, json.write("kind", Occasion.kind(cause))));
  }

  private static void write(Cause cause, JsonGenerator json) {
    switch (cause) {
      case Cause.Message(var conversation, var sequence, var author, var text) ->
          json.write("conversation", conversation)
              .write("sequence", sequence)
              .write("author", author.name())
              .write("text", text);
      case Cause.Session(var conversation, var sequence, var state, var reason) ->
          json.write("conversation", conversation)
              .write("sequence", sequence)
              .write("state", state)
              .write("reason", reason);
      case Cause.Request(var method, var path, var query, var headers, var body) -> {
        json.write("method", method).write("path", path).write("body", body);
        write("query", query, json);
        write("headers", headers, json);
      }
      case Cause.Time(var due) -> json.write("due", due.toString());
      case Cause.Event(var plugin, var type, var particulars) ->
          json.write("plugin", plugin).write("type", type).write("json", particulars);
      case Cause.Timer(var name, var key, var due, var particulars) ->
          json.write("name", name)
              .write("key", key)
              .write("due", due.toString())
              .write("json", particulars);
    }
  }

  private static void write(String name, Map<String, String> texts, JsonGenerator json) {
    json.writeStartObject(name);
    texts.forEach(json::write);
    json.writeEnd();
  }

  /** What such a text says. */
  public static Cause decode(String text) {
    var json = Json.read(text);
    var kind = json.getString("kind");
    return switch (kind) {
      case "message" ->
          new Cause.Message(
              json.getString("conversation"),
              json.getJsonNumber("sequence").longValueExact(),
              Author.valueOf(json.getString("author")),
              json.getString("text"));
      case "session" ->
          new Cause.Session(
              json.getString("conversation"),
              json.getJsonNumber("sequence").longValueExact(),
              json.getString("state"),
              json.getString("reason"));
      case "request" ->
          new Cause.Request(
              json.getString("method"),
              json.getString("path"),
              texts(json.getJsonObject("query")),
              texts(json.getJsonObject("headers")),
              json.getString("body"));
      case "time" -> new Cause.Time(Instant.parse(json.getString("due")));
      case "event" ->
          new Cause.Event(json.getString("plugin"), json.getString("type"), json.getString("json"));
      case "timer" ->
          new Cause.Timer(
              json.getString("name"),
              json.getString("key"),
              Instant.parse(json.getString("due")),
              json.getString("json"));
      default -> throw new IllegalArgumentException("Not a kind of occasion: " + kind);
    };
  }

  private static Map<String, String> texts(JsonObject json) {
    var texts = new HashMap<String, String>();
    json.forEach((name, value) -> texts.put(name, ((JsonString) value).getString()));
    return texts;
  }
}
