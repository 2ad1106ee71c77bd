package dev.hotdesk.server.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How values look as JSON, as JSON Schema has it. */
final class OpenApiSchemas {

  private final Map<String, JsonObject> named = new TreeMap<>();
  private final Map<String, Class<?>> owners = new HashMap<>();

  JsonObjectBuilder json() {
    var all = Json.createObjectBuilder();
    named.forEach(all::add);
    return all;
  }

  JsonObject of(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType generic) {
      var arguments = generic.getAnnotatedActualTypeArguments();
      var raw = (Class<?>) ((java.lang.reflect.ParameterizedType) type.getType()).getRawType();
      return Collection.class.isAssignableFrom(raw)
          ? simple("array").add("items", of(arguments[0])).build()
          : Map.class.isAssignableFrom(raw)
              ? simple("object").add("additionalProperties", of(arguments[1])).build()
              : of(arguments[0]);
    }
    return reference((Class<?>) type.getType());
  }

  JsonObject reference(Class<?> type) {
    if (type == String.class) {
      return simple("string").build();
    }
    if (type == boolean.class || type == Boolean.class) {
      return simple("boolean").build();
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return simple("integer").build();
    }
    if (type == double.class) {
      return simple("number").build();
    }
    if (type == LocalDate.class) {
      return simple("string").add("format", "date").build();
    }
    if (type == Instant.class) {
      return simple("string").add("format", "date-time").build();
    }
    if (type.isEnum()) {
      var words = Json.createArrayBuilder();
      Arrays.stream(type.getEnumConstants()).forEach(it -> words.add(it.toString()));
      return simple("string").add("enum", words).build();
    }
    if (JsonValue.class.isAssignableFrom(type)) {
      return simple("object").build();
    }
    if (type.isRecord()) {
      return record(type);
    }
    throw new IllegalArgumentException("No schema for " + type);
  }

  private JsonObject record(Class<?> type) {
    var name = type.getSimpleName();
    if (owners.putIfAbsent(name, type) == null) {
      var properties = Json.createObjectBuilder();
      var required = Json.createArrayBuilder();
      for (var component : type.getRecordComponents()) {
        properties.add(component.getName(), of(component.getAnnotatedType()));
        if (!isNullable(component)) {
          required.add(component.getName());
        }
      }
      named.put(
          name, simple("object").add("properties", properties).add("required", required).build());
    } else if (owners.get(name) != type) {
      throw new IllegalArgumentException(type + " and " + owners.get(name) + " share a name");
    }
    return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name).build();
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static JsonObjectBuilder simple(String type) {
    return Json.createObjectBuilder().add("type", type);
  }
}
