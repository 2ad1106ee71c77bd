package dev.hotdesk.api;

/**
 * A language in which Hotdesk understands and answers customers.
 *
 * <p>Immutable.
 *
 * <pre>{@code
 * var text = turn.language() == Language.ZH ? "你好" : "Hello";
 * }</pre>
 */
public enum Language {
  /** Chinese, simplified script. */
  ZH,
  /** English. */
  EN;

  /** The code used in file names, frames and the database: {@code zh} or {@code en}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The language of a code.
   *
   * @throws IllegalArgumentException if the code is neither {@code zh} nor {@code en}
   */
  public static Language of(String code) {
    for (Language language : values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    throw new IllegalArgumentException("Not a language code: " + code + " (wanted zh or en)");
  }
}
