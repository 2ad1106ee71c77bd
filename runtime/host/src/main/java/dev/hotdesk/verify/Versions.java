package dev.hotdesk.verify;

import java.util.regex.Pattern;
import org.pf4j.DefaultVersionManager;

/** Semantic versions, and the ranges that manifests speak of. */
final class Versions {

  private static final Pattern VERSION =
      Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}([-+][0-9A-Za-z.+-]+)?");

  private Versions() {}

  static boolean isVersion(String text) {
    try {
      return VERSION.matcher(text).matches()
          && new DefaultVersionManager().compareVersions(text, text) == 0;
    } catch (RuntimeException e) {
      return false;
    }
  }

  static boolean isRange(String text) {
    try {
      isIn("1.0.0", text);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Throws what it likes if the range is none. */
  static boolean isIn(String version, String range) {
    return new DefaultVersionManager().checkVersionConstraint(version, range);
  }

  /** A bare version as the lowest of a range. */
  static String orHigher(String range) {
    return VERSION.matcher(range).matches() ? ">=" + range : range;
  }
}
