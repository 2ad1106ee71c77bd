package dev.hotdesk.bench.understanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sentence, and what its author meant by it. */
public record Labelled(String text, String label) {

  /** Reads lines of {@code text<TAB>label}; empty lines are passed over. */
  public static List<Labelled> read(Path file) throws IOException {
    var sentences = new ArrayList<Labelled>();
    var lines = Files.readAllLines(file);
    for (var number = 1; number <= lines.size(); number++) {
      var line = lines.get(number - 1);
      if (line.isBlank()) {
        continue;
      }
      var tab = line.lastIndexOf('\t');
      if (tab < 0) {
        throw new IOException(
            "%s:%d has no tab, but text<TAB>label was wanted: %s".formatted(file, number, line));
      }
      sentences.add(new Labelled(line.substring(0, tab), line.substring(tab + 1).strip()));
    }
    return List.copyOf(sentences);
  }

  /** The same, or nothing where there is no such file. */
  static List<Labelled> readIfThere(Path file) throws IOException {
    return Files.isRegularFile(file) ? read(file) : List.of();
  }
}
