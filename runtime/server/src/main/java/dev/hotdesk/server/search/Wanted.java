package dev.hotdesk.server.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for, taken apart.
 *
 * @param number set if all of it is one number of an order or a phone
 * @param parts all of which a line must have
 */
record Wanted(Optional<String> number, List<Part> parts) {

  /** How many characters a query has at the most. */
  static final int LONGEST = 100;

  private static final int MOST_PARTS = 16;

  /**
   * Something that a line must have.
   *
   * @param isBeginning whether it is enough that one of the line's terms begins so
   */
  record Part(String term, boolean isBeginning) {

    boolean isIn(String other) {
      return isBeginning ? other.startsWith(term) : other.equals(term);
    }
  }

  /** Takes a query apart; an {@link AbsurdQueryException} says what is wrong with it. */
  static Wanted of(String query) {
    var text = query.strip();
    if (text.length() > LONGEST) {
      throw new AbsurdQueryException(
          "The query has %d characters; at most %d are looked for."
              .formatted(text.length(), LONGEST));
    }
    var parts = new LinkedHashSet<Part>();
    Optional<String> number = Optional.empty();
    for (var token : pruned(Tokens.of(text))) {
      if (token.kind() == Token.Kind.NUMBER && token.end() - token.start() == text.length()) {
        number = Optional.of(token.term());
      }
      part(token).ifPresent(parts::add);
    }
    check(parts, text);
    return new Wanted(number, List.copyOf(parts));
  }

  /** The last character of a run is in its pair already. */
  private static List<Token> pruned(List<Token> tokens) {
    var kept = new ArrayList<Token>();
    for (var token : tokens) {
      var isInPair =
          token.kind() == Token.Kind.LAST
              && !kept.isEmpty()
              && kept.getLast().kind() == Token.Kind.PAIR
              && kept.getLast().end() == token.end();
      if (!isInPair) {
        kept.add(token);
      }
    }
    return kept;
  }

  private static Optional<Part> part(Token token) {
    return switch (token.kind()) {
      case PAIR -> Optional.of(new Part(token.term(), false));
      case LAST, WORD -> Optional.of(new Part(token.term(), true));
      case NUMBER -> Optional.empty();
    };
  }

  private static void check(LinkedHashSet<Part> parts, String text) {
    if (parts.isEmpty()) {
      throw new AbsurdQueryException(
          "There is no word in the query; it wants letters, digits or characters.");
    }
    if (parts.size() > MOST_PARTS) {
      throw new AbsurdQueryException(
          "The query has %d words; at most %d are looked for. Leave some out."
              .formatted(parts.size(), MOST_PARTS));
    }
    var longest = parts.stream().mapToInt(part -> part.term().length()).max().orElse(0);
    if (longest < 2 && text.codePoints().noneMatch(Character::isIdeographic)) {
      throw new AbsurdQueryException("One letter is in nearly every line; type one more.");
    }
  }
}
