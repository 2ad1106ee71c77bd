package dev.hotdesk.bench.understanding;

import dev.hotdesk.understanding.tagger.Tagged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A set of sentences whose words are tagged, in a folder of its own.
 *
 * @param name of its folder
 * @param train what a tagger learns from
 * @param test what it is then asked
 */
record TaggedSet(String name, List<Tagged> train, List<Tagged> test) {

  private static final int PART_CUT = 10;

  /** All sets with tags in this folder, by name. */
  static List<TaggedSet> in(Path folder) throws IOException {
    var sets = new ArrayList<TaggedSet>();
    try (var folders = Files.list(folder)) {
      for (var each : folders.sorted().toList()) {
        if (Files.isRegularFile(each.resolve("train.bio.tsv"))) {
          sets.add(read(each));
        }
      }
    }
    return sets;
  }

  private static TaggedSet read(Path folder) throws IOException {
    var name = String.valueOf(folder.getFileName());
    var train = lines(folder.resolve("train.bio.tsv"));
    for (var file : List.of("test.bio.tsv", "valid.bio.tsv")) {
      if (Files.isRegularFile(folder.resolve(file))) {
        return new TaggedSet(name, train, lines(folder.resolve(file)));
      }
    }
    return new TaggedSet(name, part(train, false), part(train, true));
  }

  /** Every tenth sentence, or all others. */
  private static List<Tagged> part(List<Tagged> all, boolean tenths) {
    return IntStream.range(0, all.size())
        .filter(i -> (i % PART_CUT == 0) == tenths)
        .mapToObj(all::get)
        .toList();
  }

  private static List<Tagged> lines(Path file) throws IOException {
    var sentences = new ArrayList<Tagged>();
    var lines = Files.readAllLines(file);
    for (var number = 1; number <= lines.size(); number++) {
      var line = lines.get(number - 1);
      if (!line.isBlank()) {
        sentences.add(sentence(file + ":" + number, line));
      }
    }
    return List.copyOf(sentences);
  }

  private static Tagged sentence(String place, String line) throws IOException {
    var columns = line.split("\t", -1);
    if (columns.length < 2) {
      throw new IOException(place + " has no tab, but words<TAB>tags was wanted: " + line);
    }
    try {
      return new Tagged(words(columns[0]), words(columns[1]));
    } catch (IllegalArgumentException e) {
      throw new IOException(place + ": " + e.getMessage(), e);
    }
  }

  private static List<String> words(String column) {
    return List.of(column.strip().split("\\s+"));
  }
}
