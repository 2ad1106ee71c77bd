package dev.hotdesk.testkit;

import dev.hotdesk.api.Documents;
import dev.hotdesk.api.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Documents that a test makes up. Found is what shares words (English) or character pairs (Chinese)
 * with the question; the runtime also compares what they mean.
 */
final class MemoryDocuments implements Documents {

  private static final double FITS = 0.3;

  private final List<Passage> passages = new CopyOnWriteArrayList<>();

  void add(Passage passage) {
    passages.add(passage);
  }

  @Override
  public List<Passage> find(String question, int most) {
    var language = Features.language(question);
    return passages.stream()
        .map(passage -> scored(passage, question))
        .filter(passage -> passage.score() >= FITS)
        .sorted(
            Comparator.comparing((Passage passage) -> passage.language() != language)
                .thenComparing(Passage::score, Comparator.reverseOrder()))
        .limit(most)
        .toList();
  }

  /** The share of the question that the passage knows. */
  private static Passage scored(Passage passage, String question) {
    var language = passage.language();
    var asked = Features.of(language, question).keySet();
    var known = Features.of(language, passage.place() + " " + passage.text()).keySet();
    var common = asked.stream().filter(known::contains).count();
    return new Passage(
        passage.text(),
        passage.source(),
        passage.place(),
        language,
        asked.isEmpty() ? 0 : (double) common / asked.size());
  }
}
