package dev.hotdesk.server.plugins;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.InvalidSchemaException;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import dev.hotdesk.server.frame.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What settings a plugin has, as the {@code config.schema.json} of its jar says: JSON Schema
 * 2020-12, of which it uses what makes a form. Immutable; any thread.
 */
final class ConfigSchema {

  /** How long the file may be. */
  static final int LONGEST = 64 << 10;

  /** What the library checks without a further one; others guide the form only. */
  private static final Set<String> FORMATS =
      Set.of("date", "time", "date-time", "duration", "uri", "uuid", "hostname", "regex");

  /** Of a plugin that has no settings. */
  static final ConfigSchema NONE = new ConfigSchema("{}", Json.read("{}"));

  private final String text;
  private final Map<String, SettingShape> shapes;
  private final Set<String> required;
  private final Validator validator;
  private final URI id;

  private ConfigSchema(String text, JsonObject schema) {
    this.text = text;
    this.shapes = shapes(schema);
    this.required = required(schema, shapes.keySet());
    this.validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JakartaJsonNode.Factory(Json.parsers()))
            .withEvaluatorFactory(checked(new FormatEvaluatorFactory()))
            .createValidator();
    this.id = validator.registerSchema(schema);
    shapes.forEach(this::checkDefault);
  }

  /**
   * Reads a schema.
   *
   * @throws IllegalArgumentException that says what is wrong with it
   */
  static ConfigSchema of(String text) {
    try {
      return new ConfigSchema(text, Json.read(text));
    } catch (InvalidSchemaException e) {
      var first = e.getErrors().getFirst();
      throw new IllegalArgumentException(
          "at %s it is no JSON Schema (%s)"
              .formatted(first.getInstanceLocation(), first.getError()),
          e);
    } catch (JsonException e) {
      throw new IllegalArgumentException("it is no JSON object (" + e.getMessage() + ")", e);
    }
  }

  private static Map<String, SettingShape> shapes(JsonObject schema) {
    var shapes = new LinkedHashMap<String, SettingShape>();
    if (!schema.isEmpty() && !Words.is(schema.getOrDefault("type", JsonValue.NULL), "object")) {
      throw new IllegalArgumentException("its type is not \"object\"");
    }
    if (schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
        instanceof JsonObject properties) {
      properties.forEach((key, value) -> shapes.put(key, SettingShape.of(key, value)));
    }
    return shapes;
  }

  private static Set<String> required(JsonObject schema, Set<String> keys) {
    var required = new ArrayList<String>();
    if (schema.get("required") instanceof JsonArray names) {
      for (var name : names) {
        if (name instanceof JsonString string) {
          required.add(string.getString());
        }
      }
    }

    for (var name : required) {
      if (!keys.contains(name)) {
        throw new IllegalArgumentException(
            "the setting %s is required, but not among the properties".formatted(name));
      }
    }
    return Set.copyOf(required);
  }

  private static EvaluatorFactory checked(FormatEvaluatorFactory formats) {
    return (context, keyword, node) ->
        node.isString() && FORMATS.contains(node.asString())
            ? formats.create(context, keyword, node)
            : Optional.empty();
  }

  private void checkDefault(String key, SettingShape shape) {
    var value = shape.otherwise();
    if (value != null) {
      for (var problem : problems(Words.object(Map.of(key, value)))) {
        if (problem.key().equals(key)) {
          throw new IllegalArgumentException("by default, " + problem);
        }
      }
    }
  }

  /** As it is in the jar. */
  String text() {
    return text;
  }

  /** What it says about each setting, in its order. */
  Map<String, SettingShape> shapes() {
    return shapes;
  }

  /** Why a plugin cannot be active with these values. */
  List<Problem> check(JsonObject values) {
    var problems = new ArrayList<Problem>();
    shapes.forEach(
        (key, shape) -> {
          if (required.contains(key) && !values.containsKey(key)) {
            problems.add(new Problem(key, "missing", shape.wanted()));
          }
        });
    problems.addAll(problems(values));
    return problems;
  }

  private List<Problem> problems(JsonObject values) {
    var found = new LinkedHashMap<String, Problem>();
    for (var error : validator.validate(id, values).getErrors()) {
      var key = key(error);
      if (!found.containsKey(key) && !error.getKeyword().equals("required")) {
        found.put(key, problem(key, values, error));
      }
    }
    if (found.size() > 1) {
      found.remove(""); // the whole is wrong because its parts are
    }
    return List.copyOf(found.values());
  }

  private Problem problem(String key, JsonObject values, Error error) {
    var shape = shapes.get(key);
    var value = values.get(key);
    return shape == null || value == null
        ? new Problem(key, "not as it should be", error.getError())
        : new Problem(key, Words.found(value), shape.wanted());
  }

  private static String key(Error error) {
    var path = error.getInstanceLocation().split("/", 3);
    return path.length < 2 ? "" : path[1].replace("~1", "/").replace("~0", "~");
  }
}
