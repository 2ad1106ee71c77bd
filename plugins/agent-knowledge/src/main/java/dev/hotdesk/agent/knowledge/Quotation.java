package dev.hotdesk.agent.knowledge;

import java.util.regex.Pattern;

/** As much of a passage as one reads in a chat. */
final class Quotation {

  private static final int LONGEST = 360;

  /** Where one may stop without cutting a sentence or a line in two. */
  private static final Pattern STOP = Pattern.compile("[。！？\\n]|[.!?](?=\\s)");

  private Quotation() {}

  /** The passage, or its first sentences with dots behind them. */
  static String of(String passage) {
    if (passage.length() <= LONGEST) {
      return passage;
    }
    var cut = passage.substring(0, LONGEST);
    var end = STOP.matcher(cut).results().map(stop -> stop.end()).reduce(0, (_, later) -> later);
    return (end > LONGEST / 3 ? cut.substring(0, end).stripTrailing() : whole(cut)) + " …";
  }

  /** Without half a word or half a character at the end. */
  private static String whole(String cut) {
    var space = cut.lastIndexOf(' ');
    var end = space > LONGEST / 2 ? space : cut.length();
    return cut.substring(0, Character.isHighSurrogate(cut.charAt(end - 1)) ? end - 1 : end);
  }
}
