package dev.hotdesk.learning;

import dev.hotdesk.routing.Labelled;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What customers are understood by besides the agents' own knowledge.
 *
 * @param name another one whenever the sentences are others
 * @param sentences oldest first
 */
public record Curriculum(String name, List<Labelled> sentences) {

  /** It was not read yet what was taught. */
  static final Curriculum UNREAD = new Curriculum("", List.of());

  /** Copies the sentences. */
  public Curriculum {
    sentences = List.copyOf(sentences);
  }

  static Curriculum of(List<Lesson> lessons) {
    if (lessons.isEmpty()) {
      return UNREAD;
    }
    // The same lessons give the same model, in whatever order they were let through.
    var ordered = lessons.stream().sorted(Comparator.comparingLong(Lesson::id)).toList();
    return new Curriculum(
        ordered.stream().map(it -> Long.toString(it.id())).collect(Collectors.joining(" ")),
        ordered.stream().map(Lesson::sentence).toList());
  }
}
