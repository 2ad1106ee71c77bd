package dev.hotdesk.agent.promotions;

import dev.hotdesk.api.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes moments for people. */
final class Days {

  private Days() {}

  static String written(Instant moment, Language language, String pattern) {
    var locale = language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    return DateTimeFormatter.ofPattern(pattern, locale)
        .format(moment.atZone(ZoneId.systemDefault()));
  }
}
