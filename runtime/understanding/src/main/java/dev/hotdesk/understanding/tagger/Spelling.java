package dev.hotdesk.understanding.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a word and its neighbours look like. */
final class Spelling {

  private static final int LONGEST_AFFIX = 4;

  private final List<String> words;

  Spelling(List<String> words) {
    this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private String at(int index) {
    return index < 0 ? "<" : index >= words.size() ? ">" : words.get(index);
  }

  /** Clues to what the word at this place is. */
  List<String> clues(List<String> original, int at) {
    var word = at(at);
    var clues = new ArrayList<String>();
    clues.add("*");
    for (var distance = -2; distance <= 2; distance++) {
      clues.add(distance + "=" + at(at + distance));
    }
    clues.add("-1,0=" + at(at - 1) + " " + word);
    clues.add("0,1=" + word + " " + at(at + 1));
    clues.add("-1,1=" + at(at - 1) + " " + at(at + 1));
    clues.add("-2,-1=" + at(at - 2) + " " + at(at - 1));
    clues.add("1,2=" + at(at + 1) + " " + at(at + 2));
    for (var length = 1; length <= Math.min(LONGEST_AFFIX, word.length()); length++) {
      clues.add("^" + word.substring(0, length));
      clues.add("$" + word.substring(word.length() - length));
    }
    clues.add("~" + shape(original.get(at)));
    clues.add("~<" + (at == 0 ? "" : shape(original.get(at - 1))));
    clues.add("~>" + (at + 1 == original.size() ? "" : shape(original.get(at + 1))));
    return clues;
  }

  /** Kinds of signs, equal neighbours once: "X-200a" is "A-9a". */
  private static String shape(String word) {
    var shape = new StringBuilder();
    for (var i = 0; i < Math.min(word.length(), 40); i++) {
      var kind = kind(word.charAt(i));
      if (shape.isEmpty() || shape.charAt(shape.length() - 1) != kind) {
        shape.append(kind);
      }
    }
    return shape.append(word.length() > 4 ? "+" : "" + word.length()).toString();
  }

  private static char kind(char sign) {
    if (Character.isDigit(sign)) {
      return '9';
    }
    if (Character.isUpperCase(sign)) {
      return 'A';
    }
    return Character.isLetter(sign) ? (sign < 0x2E80 ? 'a' : '字') : sign;
  }
}
