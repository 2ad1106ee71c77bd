package dev.hotdesk.bench.load;

/**
 * Reads single fields of a flat JSON object without parsing it. No name of a field can be mistaken
 * within a text: a quote in a text has a backslash before it.
 */
final class Fields {

  private Fields() {}

  /** A text as it stands there, escapes and all; empty if there is none. */
  static String text(String json, String name) {
    int at = after(json, name);
    if (at < 0 || at >= json.length() || json.charAt(at) != '"') {
      return "";
    }
    int end = at + 1;
    while (end < json.length() && json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    return end >= json.length() ? "" : json.substring(at + 1, end);
  }

  /** A whole number; 0 if there is none. */
  static long number(String json, String name) {
    int at = after(json, name);
    if (at < 0) {
      return 0;
    }
    long number = 0;
    for (; at < json.length() && Character.isDigit(json.charAt(at)); at++) {
      number = number * 10 + json.charAt(at) - '0';
    }
    return number;
  }

  private static int after(String json, String name) {
    var wanted = '"' + name + "\":";
    int at = json.indexOf(wanted);
    return at < 0 ? -1 : at + wanted.length();
  }
}
