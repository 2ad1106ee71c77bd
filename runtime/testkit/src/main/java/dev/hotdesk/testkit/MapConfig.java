package dev.hotdesk.testkit;

import dev.hotdesk.api.Config;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Settings that a test gives: texts, whole numbers, booleans and lists of texts. */
record MapConfig(Map<String, Object> values) implements Config {

  /** Copies the values. */
  MapConfig {
    values = Map.copyOf(values);
  }

  @Override
  public boolean has(String key) {
    return values.containsKey(key);
  }

  @Override
  public String text(String key) {
    return value(key, String.class);
  }

  @Override
  public long number(String key) {
    return value(key, Number.class).longValue();
  }

  @Override
  public boolean flag(String key) {
    return value(key, Boolean.class);
  }

  @Override
  public List<String> texts(String key) {
    List<?> texts = value(key, List.class);
    return texts.stream().map(String::valueOf).toList();
  }

  @Override
  public String json() {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ":" + json(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private <T> T value(String key, Class<T> type) {
    var value = values.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "The setting %s is %s; wanted a %s: give the test one with configured(\"%s\", …)"
              .formatted(key, value, type.getSimpleName(), key));
    }
    return type.cast(value);
  }

  private static String json(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(MapConfig::json).collect(Collectors.joining(",", "[", "]"));
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
