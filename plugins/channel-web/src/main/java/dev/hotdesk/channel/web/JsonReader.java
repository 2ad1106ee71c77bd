package dev.hotdesk.channel.web;

import dev.hotdesk.api.MalformedFrameException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads one JSON object (RFC 8259). Texts, flags, whole numbers and lists of texts are kept; all
 * else is checked and left out, as no frame has any. Nesting is bounded, so that no frame can
 * exhaust the stack.
 */
final class JsonReader {

  private static final int DEEPEST = 16;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  private final String json;
  private int at;

  private JsonReader(String json) {
    this.json = json;
  }

  /**
   * The texts, flags, whole numbers and lists of texts of an object.
   *
   * @throws MalformedFrameException if it is not one
   */
  static Map<String, Object> object(String json) {
    var reader = new JsonReader(json);
    reader.space();
    var fields = reader.fields(1);
    if (reader.at < json.length()) {
      throw reader.wrong("the end");
    }
    return fields;
  }

  private Map<String, Object> fields(int depth) {
    var fields = new HashMap<String, Object>();
    take('{');
    if (!comes('}')) {
      do {
        var name = text();
        take(':');
        keep(fields, name, depth);
      } while (comes(','));
      take('}');
    }
    return fields;
  }

  private void keep(Map<String, Object> fields, String name, int depth) {
    switch (peek()) {
      case '"' -> fields.put(name, text());
      case 't' -> {
        word("true");
        fields.put(name, true);
      }
      case 'f' -> {
        word("false");
        fields.put(name, false);
      }
      case '[' -> {
        var texts = new ArrayList<String>();
        if (list(depth + 1, texts)) {
          fields.put(name, List.copyOf(texts));
        } else {
          fields.remove(name);
        }
      }
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        var number = number();
        if (WHOLE.matcher(number).matches()) {
          fields.put(name, Long.valueOf(number));
        } else {
          fields.remove(name);
        }
      }
      default -> {
        skip(depth);
        fields.remove(name);
      }
    }
  }

  private void skip(int depth) {
    if (depth >= DEEPEST) {
      throw new MalformedFrameException("nested too deep; wanted one flat JSON object");
    }
    switch (peek()) {
      case '{' -> fields(depth + 1);
      case '[' -> list(depth + 1, new ArrayList<>());
      case '"' -> text();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  /** Collects the texts of a list; returns whether there is nothing else in it. */
  private boolean list(int depth, List<String> texts) {
    var isOfTexts = true;
    take('[');
    if (!comes(']')) {
      do {
        if (peek() == '"') {
          texts.add(text());
        } else {
          isOfTexts = false;
          skip(depth);
        }
      } while (comes(','));
      take(']');
    }
    return isOfTexts;
  }

  private String number() {
    var number = NUMBER.matcher(json).region(at, json.length());
    if (!number.lookingAt()) {
      throw wrong("a value");
    }
    at = number.end();
    space();
    return number.group();
  }

  private void word(String word) {
    if (!json.startsWith(word, at)) {
      throw wrong("a value");
    }
    at += word.length();
    space();
  }

  private String text() {
    if (peek() != '"') {
      throw wrong("a text in quotes");
    }
    var text = new StringBuilder();
    for (at++; at < json.length(); at++) {
      var letter = json.charAt(at);
      if (letter == '"') {
        at++;
        space();
        return text.toString();
      }
      if (letter < ' ') {
        throw wrong("a control character to be escaped");
      }
      text.append(letter == '\\' ? escaped() : letter);
    }
    throw wrong("a closing quote");
  }

  private char escaped() {
    at++;
    return switch (peek()) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw wrong("an escape that JSON knows");
    };
  }

  private char hexadecimal() {
    var code = 0;
    for (var digits = 0; digits < 4; digits++) {
      at++;
      var digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
      if (digit < 0) {
        throw wrong("four hexadecimal digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private void take(char wanted) {
    if (!comes(wanted)) {
      throw wrong(String.valueOf(wanted));
    }
  }

  private boolean comes(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    space();
    return true;
  }

  /** The next character; NUL, which JSON has nowhere, at the end. */
  private char peek() {
    return at < json.length() ? json.charAt(at) : '\0';
  }

  private void space() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  private MalformedFrameException wrong(String wanted) {
    return new MalformedFrameException(
        "not a JSON object; wanted " + wanted + " at character " + (at + 1));
  }
}
