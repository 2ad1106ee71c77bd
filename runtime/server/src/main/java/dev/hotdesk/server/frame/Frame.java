package dev.hotdesk.server.frame;

import dev.hotdesk.api.MalformedFrameException;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A frame that a client sent, as the protocol describes it. Members that are wanted and missing, or
 * of another kind, are refused with {@link MalformedFrameException}.
 */
public final class Frame {

  /** The longest frame, in bytes of UTF-8. */
  public static final int MOST_BYTES = 16 * 1024;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final JsonObject json;
  private final String type;

  private Frame(JsonObject json) {
    this.json = json;
    this.type = text("type");
  }

  /** Reads a frame. */
  public static Frame parse(String text) {
    try {
      return new Frame(Json.read(text));
    } catch (JsonException e) {
      throw new MalformedFrameException("Not one JSON object.");
    }
  }

  /** The id in a text that may be a frame; empty if there is none. */
  public static String idIn(String text) {
    try {
      return isTooLong(text) ? "" : parse(text).idOrEmpty();
    } catch (MalformedFrameException _) {
      return "";
    }
  }

  /** A text in a JSON object that is no frame; empty if it is not there. */
  public static String member(String text, String name) {
    try {
      return Json.read(text).getString(name, "");
    } catch (JsonException | ClassCastException e) {
      throw new MalformedFrameException("Not one JSON object, or " + name + " is not a text.");
    }
  }

  /** Whether a text is too long for a frame. */
  public static boolean isTooLong(String text) {
    return text.length() > MOST_BYTES
        || (text.length() * 3 > MOST_BYTES && bytes(text) > MOST_BYTES);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Its type. */
  public String type() {
    return type;
  }

  /** Its id; the empty text if it has none of the right form. */
  public String idOrEmpty() {
    return json.get("id") instanceof JsonString id && ID.matcher(id.getString()).matches()
        ? id.getString()
        : "";
  }

  /** Its id, which it must have. */
  public String id() {
    var id = idOrEmpty();
    if (id.isEmpty()) {
      throw new MalformedFrameException("id: wanted 1 to 64 of A-Z, a-z, 0-9, _ . -");
    }
    return id;
  }

  /** A text that must be there. */
  public String text(String name) {
    if (json.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw new MalformedFrameException(name + ": wanted a text");
  }

  /** A text, or another if it is not there. */
  public String text(String name, String otherwise) {
    return isAbsent(name) ? otherwise : text(name);
  }

  /** A whole number, or another if it is not there. */
  public long number(String name, long otherwise) {
    if (isAbsent(name)) {
      return otherwise;
    }
    try {
      if (json.get(name) instanceof JsonNumber number && number.isIntegral()) {
        return number.longValueExact();
      }
    } catch (ArithmeticException _) {
      // Whole, but greater than any of ours: its last digits would be another number.
    }
    throw new MalformedFrameException(name + ": wanted a whole number");
  }

  /** True or false, and that must be there. */
  public boolean flag(String name) {
    return switch (json.get(name)) {
      case JsonValue value when value.equals(JsonValue.TRUE) -> true;
      case JsonValue value when value.equals(JsonValue.FALSE) -> false;
      case null, default -> throw new MalformedFrameException(name + ": wanted true or false");
    };
  }

  /** The texts in a list, which may be left out. */
  public List<String> texts(String name) {
    if (isAbsent(name)) {
      return List.of();
    }
    if (json.get(name) instanceof JsonArray list
        && list.stream().allMatch(JsonString.class::isInstance)) {
      return list.getValuesAs(JsonString::getString);
    }
    throw new MalformedFrameException(name + ": wanted a list of texts");
  }

  private boolean isAbsent(String name) {
    return !json.containsKey(name) || json.get(name).equals(JsonValue.NULL);
  }
}
