package dev.hotdesk.understanding.document;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The pieces of all documents in one language, with what finds them. Immutable. */
final class Shelf {

  private final Language language;
  private final List<Piece> pieces;
  private final List<float[][]> faces;
  private final WordIndex words;

  /**
   * A shelf of these.
   *
   * @param faces the vectors of the faces of each piece
   */
  Shelf(Language language, List<Piece> pieces, List<float[][]> faces) {
    this.language = language;
    this.pieces = List.copyOf(pieces);
    this.faces = List.copyOf(faces);
    this.words = new WordIndex(pieces.stream().map(Piece::words).toList());
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  int size() {
    return pieces.size();
  }

  /** What fits a question, best first; each text once. */
  List<Passage> find(String question, float[] vector, int most, double threshold) {
    var shares = words.shares(question);
    return IntStream.range(0, pieces.size())
        .mapToObj(i -> passage(pieces.get(i), score(closeness(faces.get(i), vector), shares[i])))
        .filter(passage -> passage.score() >= threshold)
        .sorted(Comparator.comparingDouble(Passage::score).reversed())
        .limit(most)
        .toList();
  }

  private static Passage passage(Piece piece, double score) {
    return new Passage(piece.text(), piece.source(), piece.place(), piece.language(), score);
  }

  private double score(double closeness, double share) {
    var scale = Scale.of(language);
    var meaning = Math.clamp((closeness - scale.least) / (1 - scale.least), 0, 1);
    return scale.meaning * meaning + (1 - scale.meaning) * share;
  }

  /**
   * What was chosen on questions of our own.
   *
   * @param meaning how much closeness counts against words in common
   * @param least the closeness that the models find between any two sentences
   */
  private record Scale(double meaning, double least) {
    static Scale of(Language language) {
      return switch (language) {
        case ZH -> new Scale(0.8, 0.3);
        case EN -> new Scale(0.7, 0.4);
      };
    }
  }

  private static double closeness(float[][] faces, float[] vector) {
    var closest = -1.0;
    for (var face : faces) {
      var cosine = 0.0;
      for (var i = 0; i < vector.length; i++) {
        cosine += face[i] * vector[i];
      }
      closest = Math.max(closest, cosine);
    }
    return closest;
  }
}
