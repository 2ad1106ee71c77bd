package dev.hotdesk.server.search;

/**
 * Where something stands in what was found: exact ones first, then by the line.
 *
 * @param isExact whether it has the very number that was looked for
 * @param line the number of the line
 */
record Place(boolean isExact, long line) {

  /** Where a page begins. */
  static Place of(String written, long until) {
    if (written.isEmpty()) {
      return new Place(true, until);
    }
    try {
      var line = Long.parseLong(written.substring(1));
      return switch (written.charAt(0)) {
        case 'e' -> new Place(true, Math.min(line, until));
        case 't' -> new Place(false, Math.min(line, until));
        default -> throw new NumberFormatException(written);
      };
    } catch (NumberFormatException _) {
      throw new AbsurdQueryException(
          "Not where a page ended: " + written + "; hand in what next was.");
    }
  }

  /** How to ask for what comes after this one. */
  String before(Place next) {
    return isExact && !next.isExact ? "t" + Long.MAX_VALUE : (isExact ? "e" : "t") + line;
  }
}
