package dev.hotdesk.understanding.tagger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names that were seen, and as what. While a tagger learns, a sentence does not count for itself,
 * or every name would be an old acquaintance.
 */
final class Gazetteer {

  private static final int LONGEST = 7;

  private final Map<String, Map<String, Integer>> names = new HashMap<>();
  private final Map<String, Map<String, Integer>> parts = new HashMap<>();

  private record Name(int start, int end, String type) {}

  void add(Tagged sentence) {
    count(sentence, 1);
  }

  private void count(Tagged sentence, int times) {
    var words = lower(sentence.words());
    for (var name : names(sentence.tags())) {
      count(names, String.join(" ", words.subList(name.start(), name.end())), name.type(), times);
      for (var at = name.start(); at < name.end(); at++) {
        count(parts, words.get(at), name.type(), times);
      }
    }
  }

  private static void count(
      Map<String, Map<String, Integer>> counts, String words, String type, int times) {
    counts.computeIfAbsent(words, _ -> new HashMap<>()).merge(type, times, Integer::sum);
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<Name> names(List<String> tags) {
    var found = new ArrayList<Name>();
    for (var start = 0; start < tags.size(); start++) {
      if (tags.get(start).startsWith("B-")) {
        var type = tags.get(start).substring(2);
        var end = start + 1;
        while (end < tags.size() && tags.get(end).equals("I-" + type)) {
          end++;
        }
        found.add(new Name(start, end, type));
      }
    }
    return found;
  }

  /** Clues for each word of a sentence that this gazetteer was made of. */
  List<List<String>> cluesWithout(Tagged sentence) {
    count(sentence, -1);
    var clues = clues(sentence.words());
    count(sentence, 1);
    return clues;
  }

  /** Clues for each word. */
  List<List<String>> clues(List<String> original) {
    var words = lower(original);
    var clues = new ArrayList<List<String>>();
    words.forEach(word -> clues.add(new ArrayList<>(partClues(word))));
    for (var start = 0; start < words.size(); start++) {
      for (var end = Math.min(words.size(), start + LONGEST); end > start; end--) {
        if (mark(clues, words, start, end)) {
          break;
        }
      }
    }
    return clues;
  }

  private boolean mark(List<List<String>> clues, List<String> words, int start, int end) {
    var types = names.getOrDefault(String.join(" ", words.subList(start, end)), Map.of());
    var known = types.keySet().stream().filter(type -> types.getOrDefault(type, 0) > 0).toList();
    var length = Math.min(end - start, 3);
    for (var type : known) {
      for (var at = start; at < end; at++) {
        var place = at == start ? "B" : at == end - 1 ? "E" : "I";
        clues.get(at).add("name=" + place + length + type);
      }
    }
    return !known.isEmpty();
  }

  private List<String> partClues(String word) {
    var types = parts.getOrDefault(word, Map.of());
    return types.keySet().stream()
        .filter(type -> types.getOrDefault(type, 0) > 0)
        .map(type -> "part=" + type)
        .toList();
  }
}
