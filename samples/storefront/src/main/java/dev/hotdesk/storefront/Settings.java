package dev.hotdesk.storefront;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the shop is, and what it is connected with.
 *
 * @param port on which it serves its pages
 * @param hotdesk the address of Hotdesk
 * @param database the JDBC address of the shop's H2 database, which is made anew at each start
 * @param secret shared with Hotdesk, to vouch for customers
 */
record Settings(int port, URI hotdesk, String database, String secret) {

  /** Arguments first, then the environment, then what fits a trial on one machine. */
  static Settings of(String[] arguments, Map<String, String> environment) {
    var port = pick(arguments, 0, environment, "STOREFRONT_PORT", "9090");
    var hotdesk =
        pick(arguments, 1, environment, "STOREFRONT_HOTDESK_URL", "http://localhost:9080");
    var database =
        pick(
            arguments, 2, environment, "STOREFRONT_DB_URL", fileDatabase(Path.of(".data", "shop")));
    var secret = environment.getOrDefault("HOTDESK_IDENTIFY_SECRET", "");
    return new Settings(Integer.parseInt(port), URI.create(hotdesk), database, secret);
  }

  /** A file that this process opens and others may read as long as it lives. */
  static String fileDatabase(Path file) {
    return "jdbc:h2:file:"
        + file.toAbsolutePath()
        + ";AUTO_SERVER=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
  }

  private static String pick(
      String[] arguments, int place, Map<String, String> environment, String name, String other) {
    return arguments.length > place ? arguments[place] : environment.getOrDefault(name, other);
  }
}
