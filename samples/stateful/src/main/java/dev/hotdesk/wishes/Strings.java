package dev.hotdesk.wishes;

import java.util.List;
import java.util.regex.Pattern;

/** Strings of JSON documents. */
final class Strings {

  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private Strings() {}

  /** The text in quotes. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** All strings of a document, keys included, in their order. */
  static List<String> in(String document) {
    return QUOTED
        .matcher(document)
        .results()
        .map(it -> it.group(1).replaceAll("\\\\(.)", "$1"))
        .toList();
  }
}
