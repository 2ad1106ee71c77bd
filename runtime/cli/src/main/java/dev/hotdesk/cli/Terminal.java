package dev.hotdesk.cli;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where results are written.
 *
 * @param out for results
 * @param err for what is not a result
 * @param isJson whether results are wanted as JSON
 */
record Terminal(PrintStream out, PrintStream err, boolean isJson) {

  /** The result as it came, or in words. */
  void show(JsonObject result, Function<JsonObject, String> words) {
    out.println(isJson ? pretty(result) : words.apply(result).stripTrailing());
    out.flush();
  }

  /** Something on the way, which is no result. */
  void tell(String text) {
    if (!isJson) {
      err.println(text);
    }
  }

  /** A column of a table: its head, and what stands in it. */
  record Column(String head, Function<JsonObject, String> cell) {}

  /** A table of objects. */
  static String table(List<JsonObject> rows, List<Column> columns) {
    var lines = new ArrayList<List<String>>();
    lines.add(columns.stream().map(Column::head).toList());
    rows.forEach(row -> lines.add(columns.stream().map(it -> it.cell().apply(row)).toList()));
    var widths = new int[columns.size()];
    for (var line : lines) {
      for (var i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    var text = new StringBuilder();
    for (var line : lines) {
      var padded = new StringBuilder();
      for (var i = 0; i < widths.length; i++) {
        padded.append(line.get(i)).append(" ".repeat(widths[i] - width(line.get(i)) + 2));
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** Chinese takes two places each. */
  static int width(String text) {
    return text.codePoints().map(it -> it >= 0x1100 && isWide(it) ? 2 : 1).sum();
  }

  private static boolean isWide(int it) {
    return it <= 0x115f || (it >= 0x2e80 && it <= 0xd7a3) || (it >= 0xf900 && it <= 0xffdc);
  }

  /** The text of a member, whatever it is. */
  static String text(JsonObject object, String name) {
    var value = object.getOrDefault(name, JsonValue.NULL);
    return switch (value) {
      case JsonString string -> string.getString();
      case JsonNumber number -> number.toString();
      default -> value.getValueType() == JsonValue.ValueType.NULL ? "" : value.toString();
    };
  }

  static List<JsonObject> objects(JsonObject object, String name) {
    return object.containsKey(name)
        ? object.getJsonArray(name).getValuesAs(JsonObject.class)
        : List.of();
  }

  static String texts(JsonObject object, String name) {
    return object.containsKey(name)
        ? object.getJsonArray(name).getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .collect(Collectors.joining(", "))
        : "";
  }

  private static String pretty(JsonObject value) {
    var text = new StringWriter();
    try (var writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(value);
    }
    return text.toString().strip();
  }
}
