package dev.hotdesk.channel.web;

import java.util.List;
import java.util.stream.Collectors;

/** Writes one JSON object. */
final class JsonObject {

  private final StringBuilder json = new StringBuilder(200);

  /** A frame. */
  JsonObject(String type) {
    this();
    with("type", type);
  }

  /** A part of a frame. */
  JsonObject() {
    json.append('{');
  }

  JsonObject with(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  JsonObject with(String name, long value) {
    name(name);
    json.append(value);
    return this;
  }

  JsonObject with(String name, boolean value) {
    name(name);
    json.append(value);
    return this;
  }

  JsonObject with(String name, List<JsonObject> parts) {
    name(name);
    json.append('[')
        .append(parts.stream().map(JsonObject::toString).collect(Collectors.joining(",")))
        .append(']');
    return this;
  }

  JsonObject with(String name, JsonObject part) {
    name(name);
    json.append(part);
    return this;
  }

  @Override
  public String toString() {
    return json + "}";
  }

  private void name(String name) {
    if (json.length() > 1) {
      json.append(',');
    }
    quote(name);
    json.append(':');
  }

  private void quote(String text) {
    json.append('"');
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      switch (letter) {
        case '"', '\\' -> json.append('\\').append(letter);
        case '\n' -> json.append("\\n");
        default -> {
          // U+2028 and U+2029 end a line in old scripts; half a surrogate pair is no UTF-8.
          if (letter < ' ' || letter == '\u2028' || letter == '\u2029' || isLone(text, i)) {
            json.append("\\u%04x".formatted((int) letter));
          } else {
            json.append(letter);
          }
        }
      }
    }
    json.append('"');
  }

  private static boolean isLone(String text, int i) {
    var letter = text.charAt(i);
    if (Character.isHighSurrogate(letter)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(letter)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
