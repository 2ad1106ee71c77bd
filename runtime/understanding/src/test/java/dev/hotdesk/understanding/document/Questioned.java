package dev.hotdesk.understanding.document;

import dev.hotdesk.api.Documents;
import dev.hotdesk.api.Passage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A question of our own about the sample shop's documents.
 *
 * @param answer parts of the place or source that is right, with bars between; or a dash
 */
record Questioned(String question, String answer) {

  static List<Questioned> all(String file) throws IOException {
    try (var in = Questioned.class.getResourceAsStream("/documents/" + file)) {
      if (in == null) {
        throw new IOException("No file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .map(line -> new Questioned(line[0], line[1]))
          .toList();
    }
  }

  boolean isForeign() {
    return answer.equals("-");
  }

  boolean isRight(Optional<Passage> found) {
    return isForeign()
        ? found.isEmpty()
        : found.isPresent()
            && List.of(answer.split("\\|")).stream()
                .anyMatch(part -> found.get().cited().contains(part));
  }

  Optional<Passage> asked(Documents documents) {
    return documents.find(question, 1).stream().findFirst();
  }

  String told(Optional<Passage> found) {
    return "%s | wanted %s | %s"
        .formatted(
            question,
            answer,
            found.map(it -> "%s %.3f".formatted(it.cited(), it.score())).orElse("nothing"));
  }
}
