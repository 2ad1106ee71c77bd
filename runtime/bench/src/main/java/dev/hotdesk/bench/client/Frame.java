package dev.hotdesk.bench.client;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON object of the protocol.
 *
 * @param json the object itself
 */
public record Frame(ObjectNode json) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The frame in this text, which must be a JSON object. */
  public static Frame parse(String text) {
    return new Frame((ObjectNode) MAPPER.readTree(text));
  }

  /** A frame of this type with these fields, given as name, value, name, value. */
  public static Frame of(String type, Object... fields) {
    return body("type", type).with(fields);
  }

  /** An object with these fields, given as name, value, name, value. */
  public static Frame body(Object... fields) {
    return new Frame(MAPPER.createObjectNode()).with(fields);
  }

  /** This frame with more fields; changes it. */
  public Frame with(Object... fields) {
    for (int i = 0; i < fields.length; i += 2) {
      json.set((String) fields[i], MAPPER.valueToTree(fields[i + 1]));
    }
    return this;
  }

  /** The type, or empty. */
  public String type() {
    return text("type");
  }

  /** A field's text, or empty. */
  public String text(String field) {
    return json.path(field).asString("");
  }

  /** A field's number, or 0. */
  public long number(String field) {
    return json.path(field).asLong(0);
  }

  /** A field's decimal number, or 0. */
  public double decimal(String field) {
    return json.path(field).asDouble(0);
  }

  /** A field's truth, or false. */
  public boolean flag(String field) {
    return json.path(field).asBoolean(false);
  }

  /** An object within this one; empty if there is none. */
  public Frame part(String field) {
    return json.path(field) instanceof ObjectNode part ? new Frame(part) : body();
  }

  /** The objects of an array in this one; none if there is none. */
  public Stream<Frame> parts(String field) {
    JsonNode array = json.path(field);
    return StreamSupport.stream(array.spliterator(), false)
        .filter(ObjectNode.class::isInstance)
        .map(node -> new Frame((ObjectNode) node));
  }

  /** The texts of an array in this one. */
  public Stream<String> texts(String field) {
    return StreamSupport.stream(json.path(field).spliterator(), false)
        .map(node -> node.asString(""));
  }

  @Override
  public String toString() {
    return MAPPER.writeValueAsString(json);
  }
}
