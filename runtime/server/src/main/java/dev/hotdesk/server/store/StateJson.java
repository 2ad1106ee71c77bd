package dev.hotdesk.server.store;

import dev.hotdesk.server.frame.Json;
import dev.hotdesk.session.State;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;

/** A session's state as JSON, and back. */
final class StateJson {

  private StateJson() {}

  static String encode(State state) {
    return Json.write(json -> write(state, json));
  }

  static State decode(String text) {
    return read(Json.read(text));
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
      case State.Waiting(var reason) -> json.write("reason", reason);
      case State.OperatorServing(var operator) -> json.write("operator", operator);
      case State.Transferring(var from, var to) -> json.write("from", from).write("to", to);
      case State.Closed() -> {}
    }
  }

  static State read(JsonObject json) {
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
      case "waiting" -> new State.Waiting(json.getString("reason"));
      case "operator" -> new State.OperatorServing(json.getString("operator"));
      case "transferring" -> new State.Transferring(json.getString("from"), json.getString("to"));
      case "closed" -> new State.Closed();
      default -> throw new IllegalArgumentException("Not a session's state: " + word);
    };
  }
}
