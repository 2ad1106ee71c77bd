package dev.hotdesk.server.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a password must be like: long, and not one that others try first. */
public final class PasswordRules {

  /** How short a password may be. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 200;

  /** Without digits and signs at the end, by which people make them "different". */
  private static final Set<String> DEFAULTS =
      Set.of(
          "admin",
          "administrator",
          "adminadmin",
          "password",
          "passwort",
          "passw0rd",
          "p@ssw0rd",
          "adminpassword",
          "changeit",
          "changeme",
          "changemenow",
          "pleasechangeme",
          "default",
          "defaultpassword",
          "secret",
          "secretpassword",
          "letmein",
          "welcome",
          "qwerty",
          "qwertyuiop",
          "qwertyuiopasdf",
          "abcdefghijkl",
          "iloveyou",
          "hotdesk",
          "hotdeskadmin",
          "hotdeskpassword",
          "hotdeskhotdesk",
          "demo",
          "demopassword",
          "test",
          "testpassword",
          "example",
          "");

  private PasswordRules() {}

  /** The demo profile's published password for an account. */
  static String demo(String login) {
    return login + "-demo";
  }

  /** What is wrong with a password, in a sentence; empty if nothing is. */
  public static Optional<String> fault(String login, String password) {
    var plain = password.toLowerCase(Locale.ROOT);
    if (password.length() < SHORTEST) {
      return Optional.of("A password has at least " + SHORTEST + " characters.");
    }
    if (password.length() > LONGEST) {
      return Optional.of("A password has at most " + LONGEST + " characters.");
    }
    if (DEFAULTS.contains(plain.replaceAll("[^a-z@]+$", "").replace("-", "").replace("_", ""))
        || plain.startsWith(demo(login))
        || plain.chars().distinct().count() < 5) {
      return Optional.of("This password is one of those that everybody tries first.");
    }
    return Optional.empty();
  }
}
