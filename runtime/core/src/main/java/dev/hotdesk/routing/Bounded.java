package dev.hotdesk.routing;

import java.time.Duration;
import java.util.regex.Pattern;

/** The numbers and times of a policy, which must be neither too small nor too big. */
final class Bounded {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private Bounded() {}

  static int number(String key, String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("%s=%s; wanted a whole number".formatted(key, text));
    }
    return Integer.parseInt(text);
  }

  static Duration time(String key, String text) {
    var form = TIME.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "%s=%s; wanted a time such as 250ms, 2s, 10m or 1h".formatted(key, text));
    }
    long many = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(many);
      case "s" -> Duration.ofSeconds(many);
      case "m" -> Duration.ofMinutes(many);
      default -> Duration.ofHours(many);
    };
  }

  static void check(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s with %,d; wanted %,d to %,d".formatted(key, value, least, most));
    }
  }

  static void check(String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s with %s; wanted %s to %s".formatted(key, text(value), text(least), text(most)));
    }
  }

  /** In the largest unit that leaves no rest. */
  static String text(Duration time) {
    long millis = time.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    if (seconds % 3600 == 0 && seconds > 0) {
      return seconds / 3600 + "h";
    }
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
