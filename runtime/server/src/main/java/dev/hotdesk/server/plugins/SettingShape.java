package dev.hotdesk.server.plugins;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one setting looks like.
 *
 * @param type of the few that make a field of a form
 * @param schema what else is said about it
 */
record SettingShape(Type type, JsonObject schema) {

  /** The kinds of settings. */
  enum Type {
    /** A text. */
    STRING,
    /** A whole number. */
    INTEGER,
    /** A number. */
    NUMBER,
    /** Yes or no. */
    BOOLEAN,
    /** Several texts. */
    ARRAY
  }

  private static final String KINDS =
      "wanted string, integer, number, boolean, or array with items of type string";

  static SettingShape of(String key, JsonValue value) {
    if (value instanceof JsonObject schema) {
      for (var type : Type.values()) {
        if (Words.is(schema.getOrDefault("type", JsonValue.NULL), word(type))
            && (type != Type.ARRAY || isOfTexts(schema))) {
          return new SettingShape(type, schema);
        }
      }
    }
    throw new IllegalArgumentException(
        "the setting %s has a type that makes no field of a form; %s".formatted(key, KINDS));
  }

  private static boolean isOfTexts(JsonObject schema) {
    return schema.get("items") instanceof JsonObject items
        && Words.is(items.getOrDefault("type", JsonValue.NULL), "string");
  }

  private static String word(Type type) {
    return switch (type) {
      case STRING -> "string";
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
    };
  }

  /** What holds if nobody gives a value; null if nothing does. */
  @Nullable JsonValue otherwise() {
    return schema.get("default");
  }

  /**
   * A value from a text of the server's configuration. What cannot be read as what it should be
   * stays a text, for the check to find it.
   */
  JsonValue read(String text) {
    var plain = text.strip();
    try {
      return switch (type) {
        case STRING -> same(text);
        case INTEGER -> Words.value(json -> json.write("it", new BigInteger(plain)));
        case NUMBER -> Words.value(json -> json.write("it", new BigDecimal(plain)));
        case BOOLEAN -> flag(plain);
        case ARRAY ->
            Words.value(
                json -> {
                  json.writeStartArray("it");
                  items(plain).forEach(json::write);
                  json.writeEnd();
                });
      };
    } catch (NumberFormatException e) {
      return same(text);
    }
  }

  private static JsonValue flag(String text) {
    return text.equals("true")
        ? JsonValue.TRUE
        : text.equals("false") ? JsonValue.FALSE : same(text);
  }

  private static JsonValue same(String text) {
    return Words.value(json -> json.write("it", text));
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  /** What it should be, in words. */
  String wanted() {
    if (schema.get("enum") instanceof JsonArray choices) {
      return "one of " + choices.stream().map(Words::found).collect(Collectors.joining(", "));
    }
    return switch (type) {
      case STRING -> "a text" + lengths("minLength", "maxLength", " characters") + form(schema);
      case INTEGER -> "a whole number" + range();
      case NUMBER -> "a number" + range();
      case BOOLEAN -> "true or false";
      case ARRAY -> "a list of texts" + lengths("minItems", "maxItems", " items") + ofItems();
    };
  }

  private String ofItems() {
    var items = schema.getJsonObject("items");
    return items.get("enum") instanceof JsonArray choices
        ? ", each one of " + choices.stream().map(Words::found).collect(Collectors.joining(", "))
        : items.containsKey("pattern") || items.containsKey("format") ? ", each" + form(items) : "";
  }

  private static String form(JsonObject schema) {
    var words = new ArrayList<String>();
    if (schema.get("pattern") instanceof JsonString pattern) {
      words.add(" that matches " + pattern.getString());
    }
    if (schema.get("format") instanceof JsonString format) {
      words.add(" in the form of a " + format.getString());
    }
    return String.join("", words);
  }

  private String range() {
    return bounds(
        bound("minimum", "exclusiveMinimum", " above "),
        bound("maximum", "exclusiveMaximum", " below "));
  }

  private String lengths(String least, String most, String unit) {
    boolean isBound = schema.containsKey(least) || schema.containsKey(most);
    return bounds(bound(least, "", ""), bound(most, "", "")) + (isBound ? unit : "");
  }

  private String bound(String inclusive, String exclusive, String word) {
    if (schema.containsKey(inclusive)) {
      return String.valueOf(schema.get(inclusive));
    }
    return schema.containsKey(exclusive) ? word + schema.get(exclusive) : "";
  }

  private static String bounds(String least, String most) {
    if (least.isEmpty() && most.isEmpty()) {
      return "";
    }
    if (least.startsWith(" ") || most.startsWith(" ")) {
      return (least.isEmpty() || least.startsWith(" ") ? least : " from " + least)
          + (most.isEmpty() || most.startsWith(" ") ? most : " up to " + most);
    }
    return least.isEmpty()
        ? " of at most " + most
        : most.isEmpty() ? " of at least " + least : " from " + least + " to " + most;
  }
}
