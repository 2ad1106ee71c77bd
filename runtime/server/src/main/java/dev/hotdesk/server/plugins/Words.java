package dev.hotdesk.server.plugins;

import dev.hotdesk.server.frame.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.Map;
import java.util.function.Consumer;

/** JSON values as words, and the other way round. */
final class Words {

  private static final int LONGEST = 80;

  private Words() {}

  /** A value, as a person may read it in a sentence. */
  static String found(JsonValue value) {
    var text = value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** An object with these members, in their order. */
  static JsonObject object(Map<String, JsonValue> members) {
    return Json.read(Json.write(json -> members.forEach((key, value) -> json.write(key, value))));
  }

  /** A single value. */
  static JsonValue value(Consumer<JsonGenerator> member) {
    return Json.read(Json.write(member)).values().iterator().next();
  }

  static boolean is(JsonValue value, String word) {
    return value instanceof JsonString string && string.getString().equals(word);
  }
}
