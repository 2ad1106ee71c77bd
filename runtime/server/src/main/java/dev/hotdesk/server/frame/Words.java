package dev.hotdesk.server.frame;

import dev.hotdesk.api.MalformedFrameException;

/** What people may write. */
public final class Words {

  /** The longest message, in characters. */
  public static final int MOST = 4_000;

  private static final int MOST_SKU = 64;

  private Words() {}

  /** The words are more than a message may have. */
  public static final class TooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("text: at most " + MOST + " characters");
    }
  }

  /**
   * The words without control characters but new lines and tabs, and without halves of characters.
   *
   * @throws MalformedFrameException if nothing is left
   * @throws TooLongException if they are too many
   */
  public static String clean(String text) {
    if (text.length() > MOST) {
      throw new TooLongException();
    }
    var clean = new StringBuilder(text.length());
    text.codePoints().filter(Words::isWanted).forEach(clean::appendCodePoint);
    if (clean.toString().isBlank()) {
      throw new MalformedFrameException("text: wanted 1 to " + MOST + " characters");
    }
    return clean.toString();
  }

  /** A product's id as the shop's page gives it; empty for none. */
  public static String sku(String sku) {
    if (sku.length() > MOST_SKU || !sku.codePoints().allMatch(Words::isWanted)) {
      throw new MalformedFrameException("sku: wanted at most " + MOST_SKU + " characters");
    }
    return sku;
  }

  /** The shop's branch as its page gives it; empty for none. */
  public static String store(String store) {
    if (store.length() > MOST_SKU || !store.codePoints().allMatch(Words::isWanted)) {
      throw new MalformedFrameException("store: wanted at most " + MOST_SKU + " characters");
    }
    return store.strip();
  }

  private static boolean isWanted(int character) {
    return character == '\n'
        || character == '\t'
        || (!Character.isISOControl(character)
            && Character.getType(character) != Character.SURROGATE);
  }
}
