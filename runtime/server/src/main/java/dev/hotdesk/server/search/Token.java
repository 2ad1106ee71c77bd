package dev.hotdesk.server.search;

/**
 * A stretch of a text that can be looked for.
 *
 * @param kind what it is
 * @param text as it is compared
 * @param start where it begins in the text as it was written
 * @param end where it ends there
 */
record Token(Kind kind, String text, int start, int end) {

  /** Kinds of stretches. */
  enum Kind {
    /** Letters and digits. */
    WORD,
    /** Two characters of a script that is written without spaces. */
    PAIR,
    /** The last character of such a script, or the only one. */
    LAST,
    /** A number of an order or a phone, without what people put between the digits. */
    NUMBER
  }

  /** Marks numbers among the terms, so that part of another number is never taken for one. */
  static final String NUMBER_MARK = "#";

  /** As it lies in the index. */
  String term() {
    var whole = kind == Kind.NUMBER ? NUMBER_MARK + text : text;
    return whole.length() <= Tokens.LONGEST ? whole : whole.substring(0, Tokens.LONGEST);
  }
}
