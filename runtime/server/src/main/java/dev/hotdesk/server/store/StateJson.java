package dev.hotdesk.server.store;

import dev.hotdesk.server.frame.Json;
import dev.hotdesk.session.State;
import dev.hotdesk.session.Target;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.time.Instant;

/** A session's state as JSON, and back. */
final class StateJson {

  private StateJson() {}

  static String encode(State state) {
    return Json.write(json -> write(state, json));
  }

  /** The state of a session in which something last happened at this time. */
  static State decode(String text, Instant changed) {
    return read(Json.read(text), changed);
  }

  /** Writes the members of the object that the generator is in. */
  static void write(State state, JsonGenerator json) {
    json.write("state", state.word());
    switch (state) {
      case State.BotServing(var unanswered) -> {
        json.writeStartArray("unanswered");
        for (var question : unanswered) {
          json.writeStartObject()
              .write("seq", question.sequence())
              .write("text", question.text())
              .writeEnd();
        }
        json.writeEnd();
      }
      case State.Waiting(var reason, var target, var since) -> waiting(json, reason, target, since);
      case State.Offline(var reason, var target, var since) -> waiting(json, reason, target, since);
      case State.OperatorServing(var operator) -> json.write("operator", operator);
      // Servers of before know "to" only, and operators only.
      case State.Transferring(var from, var to, var reason, var since) ->
          waiting(json.write("from", from).write("to", to.login()), reason, to, since);
      case State.WrapUp(var operator) -> json.write("operator", operator);
      case State.Survey(var operator) -> json.write("operator", operator);
      case State.Snoozed(var operator, var until, var note) ->
          json.write("operator", operator).write("until", until.toString()).write("note", note);
      case State.Closed() -> {}
    }
  }

  private static void waiting(JsonGenerator json, String reason, Target target, Instant since) {
    json.write("reason", reason).write("target", target.word()).write("since", since.toString());
  }

  /** What older servers did not write down is taken from the time at which it was written. */
  static State read(JsonObject json, Instant at) {
    var word = json.getString("state");
    return switch (word) {
      case "bot" ->
          new State.BotServing(
              json.getJsonArray("unanswered").getValuesAs(JsonObject.class).stream()
                  .map(
                      question ->
                          new State.Question(
                              question.getJsonNumber("seq").longValueExact(),
                              question.getString("text")))
                  .toList());
      case "waiting" ->
          new State.Waiting(json.getString("reason"), target(json), time(json, "since", at));
      case "offline" ->
          new State.Offline(json.getString("reason"), target(json), time(json, "since", at));
      case "operator" -> new State.OperatorServing(json.getString("operator"));
      case "transferring" ->
          new State.Transferring(
              json.getString("from"),
              json.containsKey("target") ? target(json) : new Target.Operator(json.getString("to")),
              json.getString("reason", ""),
              time(json, "since", at));
      case "wrap_up" -> new State.WrapUp(json.getString("operator"));
      case "survey" -> new State.Survey(json.getString("operator"));
      case "snoozed" ->
          new State.Snoozed(
              json.getString("operator"), time(json, "until", at), json.getString("note"));
      case "closed" -> new State.Closed();
      default -> throw new IllegalArgumentException("Not a session's state: " + word);
    };
  }

  private static Target target(JsonObject json) {
    return Target.of(json.getString("target", "anyone"));
  }

  private static Instant time(JsonObject json, String name, Instant otherwise) {
    return json.containsKey(name) ? Instant.parse(json.getString(name)) : otherwise;
  }
}
