package dev.hotdesk.bench.understanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A set of labelled sentences in a folder of its own.
 *
 * @param name of its folder
 * @param train what a head is fitted to
 * @param few smaller draws to fit to, by name, such as {@code 10shot}
 * @param test what a head is then asked
 * @param foreign what is nobody's business, to fit to; may be empty
 * @param foreignTest the same, to ask; may be empty
 */
record LabelledSet(
    String name,
    List<Labelled> train,
    Map<String, List<Labelled>> few,
    List<Labelled> test,
    List<Labelled> foreign,
    List<Labelled> foreignTest) {

  private static final int PART_CUT = 10;

  /** All sets with intents in this folder, by name. */
  static List<LabelledSet> in(Path folder) throws IOException {
    var sets = new ArrayList<LabelledSet>();
    try (var folders = Files.list(folder)) {
      for (var each : folders.sorted().toList()) {
        if (Files.isRegularFile(each.resolve("train.tsv"))) {
          sets.add(read(each));
        }
      }
    }
    return sets;
  }

  private static LabelledSet read(Path folder) throws IOException {
    var train = Labelled.read(folder.resolve("train.tsv"));
    var few = new TreeMap<String, List<Labelled>>();
    for (var draw : List.of("5shot", "10shot")) {
      var sentences = Labelled.readIfThere(folder.resolve("train_" + draw + ".tsv"));
      if (!sentences.isEmpty()) {
        few.put(draw, sentences);
      }
    }
    var test = firstOf(folder, "test.tsv", "valid.tsv");
    if (test.isEmpty()) {
      test = cut(train, few);
      var taken = new HashSet<>(test);
      train = train.stream().filter(sentence -> !taken.contains(sentence)).toList();
    }
    return new LabelledSet(
        String.valueOf(folder.getFileName()),
        train,
        few,
        test,
        Labelled.readIfThere(folder.resolve("oos_train.tsv")),
        firstOf(folder, "oos_test.tsv", "oos_valid.tsv"));
  }

  private static List<Labelled> firstOf(Path folder, String wanted, String otherwise)
      throws IOException {
    var found = Labelled.readIfThere(folder.resolve(wanted));
    return found.isEmpty() ? Labelled.readIfThere(folder.resolve(otherwise)) : found;
  }

  /** Every tenth sentence of each label, but none that a small draw is fitted to. */
  private static List<Labelled> cut(List<Labelled> train, Map<String, List<Labelled>> few) {
    Set<Labelled> drawn = new HashSet<>();
    few.values().forEach(drawn::addAll);
    var dealt = new HashMap<String, Integer>();
    return train.stream()
        .filter(sentence -> !drawn.contains(sentence))
        .filter(sentence -> dealt.merge(sentence.label(), 1, Integer::sum) % PART_CUT == 0)
        .toList();
  }
}
