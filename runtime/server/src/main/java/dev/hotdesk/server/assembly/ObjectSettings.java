package dev.hotdesk.server.assembly;

import dev.hotdesk.server.objects.Bucket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * What an admin may set about an object store for files; docs/configuration.md tells what each key
 * means.
 *
 * @param bucket where files are kept; in the data folder if it is not set
 * @param patience how long the store may take to answer
 */
record ObjectSettings(Optional<Bucket> bucket, Duration patience) {

  private static final String KEY = "hotdesk.attachments.s3.";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  static ObjectSettings of(Config config) {
    return new ObjectSettings(
        Settings.text(config, KEY + "endpoint").map(endpoint -> bucket(config, endpoint)),
        Settings.duration(config, KEY + "patience", Duration.ofSeconds(10)));
  }

  private static Bucket bucket(Config config, String endpoint) {
    var name = needed(config, "bucket");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          KEY + "bucket: wanted 3 to 63 small letters, digits, dots or dashes, not " + name);
    }
    return new Bucket(
        endpoint(endpoint),
        Settings.text(config, KEY + "region").orElse("us-east-1"),
        name,
        needed(config, "key"),
        needed(config, "secret"),
        isPathStyle(config));
  }

  private static String needed(Config config, String key) {
    return Settings.text(config, KEY + key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    KEY + key + ": is not set, and is needed with " + KEY + "endpoint"));
  }

  private static URI endpoint(String text) {
    try {
      var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && (uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?")).isEmpty()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below. Without what was found: there may be a password in it.
    }
    throw new IllegalArgumentException(
        KEY + "endpoint: wanted an address such as https://minio.shop.example:9000, no path");
  }

  private static boolean isPathStyle(Config config) {
    return switch (Settings.text(config, KEY + "style").orElse("path")) {
      case "path" -> true;
      case "host" -> false;
      case String other ->
          throw new IllegalArgumentException(KEY + "style: wanted path or host, not " + other);
    };
  }
}
