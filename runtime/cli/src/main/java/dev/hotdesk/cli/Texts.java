package dev.hotdesk.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command line says, in the language of the terminal. */
final class Texts {

  private Texts() {}

  /** Whether it is Chinese. */
  static boolean isChinese() {
    return Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  /** The text with this key, its places filled. */
  static String text(String key, Object... values) {
    var pattern = ResourceBundle.getBundle("dev.hotdesk.cli.texts").getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern).format(values);
  }
}
