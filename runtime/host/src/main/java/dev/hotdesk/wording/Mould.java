package dev.hotdesk.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A sentence with {places}, in one language.
 *
 * @param pieces what stands before, between and after the places; one more than these
 * @param names of the places
 */
record Mould(List<String> pieces, List<String> names) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  static Mould of(String text) {
    var names = new ArrayList<String>();
    var places = PLACE.matcher(text);
    while (places.find()) {
      names.add(places.group(1));
    }
    return new Mould(List.of(PLACE.split(text, -1)), names);
  }

  /** How much of it is said in any case. */
  int weight() {
    return pieces.stream().mapToInt(String::length).sum();
  }

  /**
   * What stands in the places, if this is the sentence. Each place ends where what follows it first
   * comes, so that the time this takes grows with the text and no faster.
   */
  Optional<Map<String, String>> places(String text) {
    var found = new LinkedHashMap<String, String>();
    var last = pieces.getLast();
    if (names.isEmpty()) {
      return text.equals(last) ? Optional.of(found) : Optional.empty();
    }
    int at = pieces.getFirst().length();
    int end = text.length() - last.length();
    if (!text.startsWith(pieces.getFirst()) || !text.endsWith(last)) {
      return Optional.empty();
    }
    for (int i = 0; i < names.size(); i++) {
      boolean isLast = i == names.size() - 1;
      int next = isLast ? end : text.indexOf(pieces.get(i + 1), at + 1);
      if (next <= at || next > end) {
        return Optional.empty();
      }
      found.put(names.get(i), text.substring(at, next));
      at = next + pieces.get(i + 1).length();
    }
    return Optional.of(found);
  }

  /** The sentence with this in its places. */
  String filled(UnaryOperator<String> values) {
    var text = new StringBuilder(pieces.getFirst());
    for (int i = 0; i < names.size(); i++) {
      text.append(values.apply(names.get(i))).append(pieces.get(i + 1));
    }
    return text.toString();
  }
}
