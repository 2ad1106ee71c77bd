package dev.hotdesk.api;

/**
 * A piece of one of the retailer's own documents, in the retailer's words.
 *
 * <p>Immutable. Made by the runtime, and by tests of plugins:
 *
 * <pre>{@code
 * new Passage("Returns are free within 14 days.", "Returns policy", "Postage", Language.EN, 0.8)
 * }</pre>
 *
 * @param text what it says: a section, a row, or the answer to a frequent question
 * @param source the title of the document
 * @param place where in the document: its headings, or the question it answers; or empty
 * @param language in which it is written
 * @param score how well it fits the question, 0 to 1; what does not fit is not given at all
 */
public record Passage(String text, String source, String place, Language language, double score) {

  /** Refuses an empty text, and a score beyond its bounds. */
  public Passage {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "A passage of %s without words: wanted what it says".formatted(source));
    }
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("Not a score: " + score + " (wanted 0 to 1)");
    }
  }

  /** The document and the place in it, for people: {@code Returns policy › Postage}. */
  public String cited() {
    return place.isEmpty() ? source : source + " › " + place;
  }
}
