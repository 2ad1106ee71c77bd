package dev.hotdesk.server.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes texts apart into what can be looked for. */
final class Tokens {

  /** How many characters a term has at the most. */
  static final int LONGEST = 40;

  private static final int FEWEST_DIGITS = 4;

  /** As orders are numbered: 20261123-88, SO2026-001. */
  private static final Pattern CODE = Pattern.compile("\\+?[a-z]{0,6}-?\\d[\\d-]*");

  /** As phones are written: +86 138 1234 5678. */
  private static final Pattern PHONE = Pattern.compile("\\+?\\d{1,5}(?:[ -]\\d{2,5}){1,5}");

  private Tokens() {}

  /** All of a text's, in order; numbers after what they are made of. */
  static List<Token> of(String text) {
    var folded = Folded.of(text);
    var tokens = new ArrayList<Token>();
    int from = 0;
    while (from < folded.length()) {
      var isUnspaced = isUnspaced(folded.at(from));
      int to = from;
      while (to < folded.length()
          && isPart(folded.at(to))
          && isUnspaced(folded.at(to)) == isUnspaced) {
        to++;
      }
      if (to == from) {
        from++;
      } else {
        add(tokens, folded, from, to, isUnspaced);
        from = to;
      }
    }
    numbers(tokens, folded);
    return tokens;
  }

  private static void add(List<Token> tokens, Folded folded, int from, int to, boolean isUnspaced) {
    if (!isUnspaced) {
      tokens.add(token(Token.Kind.WORD, folded, from, to));
      return;
    }
    for (int at = from; at + 1 < to; at++) {
      tokens.add(token(Token.Kind.PAIR, folded, at, at + 2));
    }
    tokens.add(token(Token.Kind.LAST, folded, to - 1, to));
  }

  private static Token token(Token.Kind kind, Folded folded, int from, int to) {
    return new Token(kind, folded.text(from, to), folded.start(from), folded.end(to - 1));
  }

  private static void numbers(List<Token> tokens, Folded folded) {
    var text = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      // One place for each, so that places in this text are places in the folded one.
      text.append(folded.at(i) < 128 ? (char) folded.at(i) : '\u0000');
    }
    for (var form : List.of(CODE, PHONE)) {
      var found = form.matcher(text);
      while (found.find()) {
        if (isWhole(text, found.start(), found.end())) {
          number(tokens, folded, found.group(), found.start(), found.end());
        }
      }
    }
  }

  /** Not part of a longer word. */
  private static boolean isWhole(CharSequence text, int from, int to) {
    return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
        && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }

  private static void number(List<Token> tokens, Folded folded, String written, int from, int to) {
    var number = bare(written);
    if (number.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
      var token = new Token(Token.Kind.NUMBER, number, folded.start(from), folded.end(to - 1));
      if (tokens.stream().noneMatch(token::equals)) {
        tokens.add(token);
      }
    }
  }

  /**
   * Without separators and a country's prefix of mobile phones in China, where all leave it out.
   */
  private static String bare(String written) {
    var bare = written.replaceAll("[^a-z0-9]", "");
    return bare.replaceFirst("^(?:00)?86(?=1[3-9]\\d{9}$)", "");
  }

  private static boolean isPart(int character) {
    return Character.isLetterOrDigit(character) || isUnspaced(character);
  }

  private static boolean isUnspaced(int character) {
    if (character < 0x1100) {
      return false;
    }
    if (Character.isIdeographic(character)) {
      return true;
    }
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> Character.isLetter(character);
      default -> false;
    };
  }
}
