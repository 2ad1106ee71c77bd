package dev.hotdesk.server.store;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Dialogue;
import dev.hotdesk.routing.Memory;
import dev.hotdesk.server.frame.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.util.HashMap;
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
          if (!dialogue.memories().isEmpty()) {
            json.writeStartObject("memories");
            dialogue.memories().forEach((plugin, memory) -> write(json, plugin, memory));
            json.writeEnd();
          }
        });
  }

  static Dialogue decode(String text) {
    var json = Json.read(text);
    return new Dialogue(
        json.getString("agent"),
        json.getString("intent"),
        json.getString("asked"),
        texts(json.getJsonObject("slots")),
        Language.of(json.getString("lang")),
        memories(json));
  }

  private static void write(JsonGenerator json, String plugin, Memory memory) {
    json.writeStartObject(plugin)
        .write("version", memory.version())
        .write("document", memory.document())
        .writeStartObject("back");
    memory.back().forEach((form, document) -> json.write(Integer.toString(form), document));
    json.writeEnd().writeEnd();
  }

  /** Rows of before have none. */
  private static Map<String, Memory> memories(JsonObject json) {
    var all = new HashMap<String, Memory>();
    if (json.containsKey("memories")) {
      json.getJsonObject("memories")
          .forEach((plugin, memory) -> all.put(plugin, memory(memory.asJsonObject())));
    }
    return all;
  }

  private static Memory memory(JsonObject json) {
    return new Memory(
        json.getInt("version"),
        json.getString("document"),
        texts(json.getJsonObject("back")).entrySet().stream()
            .collect(
                Collectors.toMap(form -> Integer.valueOf(form.getKey()), Map.Entry::getValue)));
  }

  static Map<String, String> texts(JsonObject json) {
    return json.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, member -> ((JsonString) member.getValue()).getString()));
  }
}
