package dev.hotdesk.agent.products;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A side of a product that customers ask for, such as how it pills: the key of a specification and
 * a topic of reviews. The words for each are in {@code topics.properties}, beside this class.
 */
record Topic(String key, Pattern words) {

  private static final List<Topic> ALL = read();

  static final Topic CARE = named("care");
  static final Topic FIT = named("fit");

  /** What a message asks for. */
  static Optional<Topic> in(String message) {
    var plain = message.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(topic -> topic.words.matcher(plain).find()).findFirst();
  }

  private static Topic named(String key) {
    return ALL.stream().filter(topic -> topic.key.equals(key)).findFirst().orElseThrow();
  }

  private static List<Topic> read() {
    var properties = new Properties();
    try (var file = Objects.requireNonNull(Topic.class.getResourceAsStream("topics.properties"))) {
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read topics.properties", e);
    }
    return properties.stringPropertyNames().stream()
        .sorted()
        .map(key -> new Topic(key, Pattern.compile(properties.getProperty(key))))
        .toList();
  }
}
