package dev.hotdesk.server.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: lower case, one width, no accents. Each character knows where it stands
 * in the text as it was written.
 */
final class Folded {

  private final int[] characters;
  private final int[] starts;
  private final int[] ends;
  private final int length;

  private Folded(int[] characters, int[] starts, int[] ends, int length) {
    this.characters = characters;
    this.starts = starts;
    this.ends = ends;
    this.length = length;
  }

  static Folded of(String text) {
    var characters = new int[text.length() + 16];
    var starts = new int[text.length() + 16];
    var ends = new int[text.length() + 16];
    int count = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      if (character < 128) {
        characters = room(characters, count + 1);
        starts = room(starts, count + 1);
        ends = room(ends, count + 1);
        characters[count] = Character.toLowerCase(character);
        starts[count] = at;
        ends[count++] = next;
      } else {
        for (int plain : plain(character)) {
          characters = room(characters, count + 1);
          starts = room(starts, count + 1);
          ends = room(ends, count + 1);
          characters[count] = plain;
          starts[count] = at;
          ends[count++] = next;
        }
      }
      at = next;
    }
    return new Folded(characters, starts, ends, count);
  }

  private static int[] room(int[] array, int wanted) {
    return wanted <= array.length ? array : Arrays.copyOf(array, 2 * wanted);
  }

  private static int[] plain(int character) {
    var written = Character.toString(character);
    var hasAccents =
        switch (UnicodeScript.of(character)) {
          case LATIN, GREEK, CYRILLIC, INHERITED -> true;
          default -> false;
        };
    var form = hasAccents ? Normalizer.Form.NFKD : Normalizer.Form.NFKC;
    var folded = Normalizer.normalize(written, form).toLowerCase(Locale.ROOT);
    return folded
        .codePoints()
        .filter(it -> Character.getType(it) != Character.NON_SPACING_MARK)
        .toArray();
  }

  int length() {
    return length;
  }

  int at(int index) {
    return characters[index];
  }

  /** Where this character begins in the text as it was written. */
  int start(int index) {
    return starts[index];
  }

  /** Where this character ends in the text as it was written. */
  int end(int index) {
    return ends[index];
  }

  /** This stretch of it. */
  String text(int from, int to) {
    return new String(characters, from, to - from);
  }
}
