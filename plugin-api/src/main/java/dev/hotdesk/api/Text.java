package dev.hotdesk.api;

/**
 * Words of the shop in both languages.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * new Text("蓝色", "Blue").in(turn.language())
 * }</pre>
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
