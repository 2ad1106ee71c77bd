package dev.hotdesk.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked for on the command line, as {@code --name value}. */
record Options(Map<String, String> given) {

  /** Reads the command line after the measure's name. */
  static Options parse(List<String> words) {
    var given = new HashMap<String, String>();
    for (int i = 0; i < words.size(); i += 2) {
      var name = words.get(i);
      if (!name.startsWith("--") || i + 1 == words.size()) {
        throw new IllegalArgumentException("Wanted --name value, got: " + name);
      }
      given.put(name.substring(2), words.get(i + 1));
    }
    return new Options(Map.copyOf(given));
  }

  /** The same, with a word before the options, such as a scenario's name. */
  static Options about(List<String> words) {
    if (words.isEmpty() || words.getFirst().startsWith("--")) {
      return parse(words);
    }
    var given = new HashMap<>(parse(words.subList(1, words.size())).given);
    given.put("", words.getFirst());
    return new Options(Map.copyOf(given));
  }

  /** The same, with this one if it was not given. */
  Options or(String name, String value) {
    var more = new HashMap<>(given);
    more.putIfAbsent(name, value);
    return new Options(Map.copyOf(more));
  }

  /** What comes before the options, such as a scenario's name; or nothing. */
  String subject() {
    return text("");
  }

  /** Whole numbers with commas between them, or the one that holds if none was given. */
  List<Integer> numbers(String name, int otherwise) {
    var text = text(name);
    return text.contains(",")
        ? Arrays.stream(text.split(",")).map(Integer::valueOf).toList()
        : List.of(number(name, otherwise));
  }

  /** A word, or nothing. */
  String text(String name) {
    return given.getOrDefault(name, "");
  }

  /** A number, or what holds if none was given. */
  int number(String name, int otherwise) {
    var text = given.get(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Wanted a number for --" + name + ", got: " + text, e);
    }
  }
}
