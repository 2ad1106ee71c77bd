package dev.hotdesk.server.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Marks in a text what was looked for. */
final class Marks {

  private Marks() {}

  static List<Hit.Mark> in(String text, Wanted wanted) {
    var marks = new ArrayList<Hit.Mark>();
    Tokens.of(text).stream()
        .filter(token -> isWanted(token, wanted))
        .sorted(Comparator.comparingInt(Token::start))
        .forEach(token -> add(marks, token));
    return marks;
  }

  private static boolean isWanted(Token token, Wanted wanted) {
    var term = token.term();
    return wanted.number().filter(term::equals).isPresent()
        || wanted.parts().stream().anyMatch(part -> part.isIn(term));
  }

  /** Pairs of characters overlap; they are one stretch. */
  private static void add(List<Hit.Mark> marks, Token token) {
    if (!marks.isEmpty() && marks.getLast().end() >= token.start()) {
      var last = marks.removeLast();
      marks.add(new Hit.Mark(last.start(), Math.max(last.end(), token.end())));
    } else {
      marks.add(new Hit.Mark(token.start(), token.end()));
    }
  }
}
