package dev.hotdesk.api;

/**
 * Words of the shop in both languages.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Text(String zh, String en) {

  /** The words in this language. */
  public String in(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }
}
