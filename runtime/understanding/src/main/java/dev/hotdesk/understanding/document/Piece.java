package dev.hotdesk.understanding.document;

import dev.hotdesk.api.Language;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a document that can answer a question by itself.
 *
 * @param source the title of the document
 * @param place where in it: its headings, a row, or the question it answers; or empty
 * @param text what it says
 * @param faces what questions are compared with
 */
record Piece(Language language, String source, String place, String text, List<String> faces) {

  /** More than that are seldom wanted, and each is a vector. */
  private static final int MOST_SENTENCES = 3;

  private static final Pattern SENTENCE = Pattern.compile("(?<=[。;；!！?？])|(?<=[.!?]) |\\n");

  /** A section or a row: found by what it says under its headings, and by each of its sentences. */
  static Piece section(Language language, String source, String place, String text) {
    var under = place.isEmpty() ? source : place;
    return new Piece(
        language, source, place, text, faces(under, text, Stream.of(under + "\n" + text)));
  }

  /** A frequent question and its answer: found by either. */
  static Piece answer(Language language, String source, String question, String answer) {
    return new Piece(
        language,
        source,
        question,
        answer,
        faces(question, answer, Stream.of(question, question + "\n" + answer)));
  }

  private static List<String> faces(String under, String text, Stream<String> whole) {
    return Stream.concat(
            whole,
            SENTENCE
                .splitAsStream(text)
                .filter(sentence -> !sentence.isBlank())
                .limit(MOST_SENTENCES)
                .map(sentence -> under + ": " + sentence))
        .distinct()
        .toList();
  }

  /** All its words. */
  String words() {
    return source + " " + place + " " + text;
  }
}
