package dev.hotdesk.server.store;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.server.frame.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.stream.Collectors;

/** What is remembered for the agents as JSON, and back. */
final class DialogueJson {

  private DialogueJson() {}

  static String encode(Dialogue dialogue) {
    return Json.write(
        json -> {
          json.write("agent", dialogue.agent())
              .write("intent", dialogue.intent())
              .write("asked", dialogue.asked())
              .write("lang", dialogue.language().code())
              .writeStartObject("slots");
          dialogue.slots().forEach(json::write);
          json.writeEnd();
        });
  }

  static Dialogue decode(String text) {
    var json = Json.read(text);
    return new Dialogue(
        json.getString("agent"),
        json.getString("intent"),
        json.getString("asked"),
        texts(json.getJsonObject("slots")),
        Language.of(json.getString("lang")));
  }

  static Map<String, String> texts(JsonObject json) {
    return json.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, member -> ((JsonString) member.getValue()).getString()));
  }
}
