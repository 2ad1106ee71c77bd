package dev.hotdesk.server.plugins;

import dev.hotdesk.api.Config;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A plugin's settings, out of one JSON object. */
final class JsonConfig implements Config {

  private final JsonObject values;

  JsonConfig(JsonObject values) {
    this.values = values;
  }

  @Override
  public boolean has(String key) {
    return values.containsKey(key);
  }

  @Override
  public String text(String key) {
    return value(
        key, "a text", value -> value instanceof JsonString text ? text.getString() : null);
  }

  @Override
  public long number(String key) {
    return value(key, "a whole number", JsonConfig::whole);
  }

  private static @Nullable Long whole(JsonValue value) {
    try {
      return value instanceof JsonNumber number ? number.bigDecimalValue().longValueExact() : null;
    } catch (ArithmeticException e) {
      return null;
    }
  }

  @Override
  public boolean flag(String key) {
    return value(
        key,
        "true or false",
        value ->
            switch (value.getValueType()) {
              case TRUE -> Boolean.TRUE;
              case FALSE -> Boolean.FALSE;
              default -> null;
            });
  }

  @Override
  public List<String> texts(String key) {
    return value(
        key,
        "a list of texts",
        value ->
            value instanceof JsonArray items
                    && items.stream().allMatch(JsonString.class::isInstance)
                ? items.getValuesAs(JsonString::getString)
                : null);
  }

  @Override
  public String json() {
    return values.toString();
  }

  private <T> T value(String key, String wanted, Function<JsonValue, @Nullable T> read) {
    var value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "The setting %s has no value; wanted %s: name it in config.schema.json of the plugin, give it a default or require it"
              .formatted(key, wanted));
    }
    var found = read.apply(value);
    if (found == null) {
      throw new IllegalArgumentException(
          "The setting %s is %s; wanted %s: ask for what config.schema.json says"
              .formatted(key, Words.found(value), wanted));
    }
    return found;
  }
}
