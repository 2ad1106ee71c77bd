package dev.hotdesk.understanding.intent;

import dev.hotdesk.api.Language;
import dev.hotdesk.routing.ModelUnavailableException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the matters of all active agents apart, in every language. Immutable: when agents come or
 * go, a new one takes its place. Safe to call from any number of threads.
 */
public final class IntentHead implements AutoCloseable {

  private final Map<Language, LanguageHead> heads;
  private final List<Repertoire> repertoires;

  IntentHead(Map<Language, LanguageHead> heads, List<Repertoire> repertoires) {
    this.heads = new EnumMap<>(heads);
    this.repertoires = List.copyOf(repertoires);
  }

  /**
   * What a sentence is about.
   *
   * @param vectors the sentence in the space of each language it is in
   * @throws ModelUnavailableException when the model of none of these languages was there at
   *     fitting
   */
  public Reading read(Map<Language, float[]> vectors) {
    return vectors.entrySet().stream()
        .map(entry -> opinion(entry.getKey(), entry.getValue()))
        .reduce(Opinion::and)
        .orElseThrow(() -> new IllegalArgumentException("A sentence in no language"))
        .reading();
  }

  private Opinion opinion(Language language, float[] vector) {
    var head = heads.get(language);
    if (head == null) {
      throw new ModelUnavailableException(
          "No head was fitted for " + language + ", as its model was not there");
    }
    return head.opinion(vector);
  }

  /** Frees the agents' own models; the joint head goes on to divide for them. */
  @Override
  public void close() {
    repertoires.forEach(Repertoire::close);
  }
}
