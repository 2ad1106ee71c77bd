package dev.hotdesk.understanding.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into portions that a model can read whole: at paragraphs, else after sentences. */
final class Portions {

  /** In characters; a little more than what the models look at. */
  private static final int LARGEST = 600;

  private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[。！？])|(?<=[.!?])\\s+|(?<=\\n)");

  private Portions() {}

  static List<String> of(String text) {
    var portions = new ArrayList<String>();
    if (text.length() <= LARGEST) {
      add(portions, text);
      return portions;
    }
    var portion = new StringBuilder();
    for (var paragraph : PARAGRAPH.split(text)) {
      for (var part : paragraph.length() <= LARGEST ? List.of(paragraph) : sentences(paragraph)) {
        if (portion.length() + part.length() > LARGEST) {
          add(portions, portion.toString());
          portion.setLength(0);
        }
        portion.append(part).append(part.length() == paragraph.length() ? "\n\n" : " ");
      }
    }
    add(portions, portion.toString());
    return portions;
  }

  private static List<String> sentences(String paragraph) {
    var sentences = new ArrayList<String>();
    for (var sentence : SENTENCE.split(paragraph)) {
      for (var at = 0; at < sentence.length(); at += LARGEST) {
        sentences.add(sentence.substring(at, Math.min(at + LARGEST, sentence.length())));
      }
    }
    return sentences;
  }

  private static void add(List<String> portions, String text) {
    if (!text.isBlank()) {
      portions.add(text.strip());
    }
  }
}
