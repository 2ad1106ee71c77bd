package dev.hotdesk.understanding.tagger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The clues that a tagger knows, by number. */
final class Clues {

  private static final int SEEN_ENOUGH = 2;

  private final Gazetteer gazetteer = new Gazetteer();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Learns which clues there are; gives those of each sentence. */
  List<int[][]> learn(List<Tagged> sentences) {
    sentences.forEach(gazetteer::add);
    var all = new ArrayList<List<List<String>>>();
    var seen = new HashMap<String, Integer>();
    for (var sentence : sentences) {
      var clues = joined(sentence.words(), gazetteer.cluesWithout(sentence));
      clues.forEach(word -> word.forEach(clue -> seen.merge(clue, 1, Integer::sum)));
      all.add(clues);
    }
    all.forEach(
        sentence ->
            sentence.forEach(
                word ->
                    word.stream()
                        .filter(clue -> seen.getOrDefault(clue, 0) >= SEEN_ENOUGH)
                        .forEach(clue -> numbers.putIfAbsent(clue, numbers.size()))));
    return all.stream().map(this::numbers).toList();
  }

  int size() {
    return numbers.size();
  }

  /** The known clues to each word. */
  int[][] of(List<String> words) {
    return numbers(joined(words, gazetteer.clues(words)));
  }

  private static List<List<String>> joined(List<String> words, List<List<String>> names) {
    var spelling = new Spelling(words);
    for (var at = 0; at < words.size(); at++) {
      names.get(at).addAll(spelling.clues(words, at));
    }
    return names;
  }

  private int[][] numbers(List<List<String>> clues) {
    return clues.stream()
        .map(
            word ->
                word.stream()
                    .map(numbers::get)
                    .filter(java.util.Objects::nonNull)
                    .mapToInt(Integer::intValue)
                    .toArray())
        .toArray(int[][]::new);
  }
}
