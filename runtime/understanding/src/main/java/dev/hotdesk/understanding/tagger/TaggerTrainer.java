package dev.hotdesk.understanding.tagger;

import dev.hotdesk.understanding.encoder.WordEncoder;
import dev.hotdesk.understanding.encoder.WordVectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes taggers from sentences whose words are tagged. The same sentences make the same tagger. */
public final class TaggerTrainer {

  private static final int ROUNDS = 8;
  private static final int SETTLED = ROUNDS / 2;

  private TaggerTrainer() {}

  /** Learns from these sentences; takes some minutes for ten thousand. */
  public static Tagger train(WordEncoder encoder, List<Tagged> sentences) {
    var known = sentences.stream().filter(sentence -> !sentence.words().isEmpty()).toList();
    var raw = known.stream().map(sentence -> encoder.encodeWords(sentence.words())).toList();
    var standard = Standard.of(raw, encoder.dimension());
    var vectors = raw.stream().map(standard::of).toList();
    var tags = Tags.of(known);
    var clues = new Clues();
    var cluesOf = clues.learn(known);
    var field = new Field(tags, encoder.dimension(), clues.size());
    learn(field, vectors, cluesOf, known.stream().map(it -> tags.numbers(it.tags())).toList());
    return new Tagger(encoder, standard, tags, clues, field);
  }

  private static void learn(
      Field field, List<WordVectors> vectors, List<int[][]> clues, List<int[]> wanted) {
    var random = new Random(20261123);
    var order = new ArrayList<Integer>();
    for (var i = 0; i < vectors.size(); i++) {
      order.add(i);
    }
    for (var round = 1; round <= ROUNDS; round++) {
      Collections.shuffle(order, random);
      for (var i : order) {
        field.learn(vectors.get(i), clues.get(i), wanted.get(i), random);
      }
      if (round > SETTLED) {
        field.remember();
      }
    }
    field.settle();
  }
}
