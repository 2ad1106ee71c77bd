package dev.hotdesk.storefront;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The words on the shop's pages. */
record Words(String lang, Properties patterns) {

  private static final Map<String, Words> ALL = Map.of("zh", read("zh"), "en", read("en"));

  static Words in(String lang) {
    return Objects.requireNonNull(ALL.get(lang));
  }

  String say(String key, Object... arguments) {
    var pattern = Objects.requireNonNull(patterns.getProperty(key), key);
    return new MessageFormat(pattern, locale()).format(arguments);
  }

  Locale locale() {
    return lang.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  private static Words read(String lang) {
    var patterns = new Properties();
    var path = "/words/" + lang + ".properties";
    try (var file = Objects.requireNonNull(Words.class.getResourceAsStream(path))) {
      patterns.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
    return new Words(lang, patterns);
  }
}
