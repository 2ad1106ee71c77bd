package dev.hotdesk.understanding.tagger;

import dev.hotdesk.understanding.encoder.WordEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells which words of a sentence name what. Safe to call from any number of threads; the same
 * words always get the same tags.
 */
public final class Tagger {

  /** Later words are nothing: nobody names a thing that late, and it bounds the time. */
  private static final int LONGEST = 120;

  private final WordEncoder encoder;
  private final Standard standard;
  private final Tags tags;
  private final Clues clues;
  private final Field field;

  Tagger(WordEncoder encoder, Standard standard, Tags tags, Clues clues, Field field) {
    this.encoder = encoder;
    this.standard = standard;
    this.tags = tags;
    this.clues = clues;
    this.field = field;
  }

  /** A tag for each word. */
  public List<String> tag(List<String> words) {
    var result = new ArrayList<String>();
    if (!words.isEmpty()) {
      var looked = words.subList(0, Math.min(LONGEST, words.size()));
      var best = field.best(standard.of(encoder.encodeWords(looked)), clues.of(looked));
      Arrays.stream(best).mapToObj(tags.names()::get).forEach(result::add);
    }
    while (result.size() < words.size()) {
      result.add(Tags.NONE);
    }
    return List.copyOf(result);
  }
}
