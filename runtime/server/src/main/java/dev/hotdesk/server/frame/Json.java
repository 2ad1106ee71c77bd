package dev.hotdesk.server.frame;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads and writes JSON objects. Looks the library up once: each look-up searches the class path.
 */
public final class Json {

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonGeneratorFactory GENERATORS = PROVIDER.createGeneratorFactory(Map.of());
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

  private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());

  private Json() {}

  /** Makes parsers, for a library that reads JSON by itself. */
  public static JsonParserFactory parsers() {
    return PARSERS;
  }

  /**
   * The object in this text.
   *
   * @throws JsonException if the text is not one JSON object
   */
  public static JsonObject read(String text) {
    try (var reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw e;
    } catch (RuntimeException e) {
      // The parser says so of what is nested too deep, or a number too long.
      throw new JsonException("Not one JSON object that can be read", e);
    }
  }

  /** The text of an object with these members. */
  public static String write(Consumer<JsonGenerator> members) {
    var text = new StringWriter(256);
    try (var generator = GENERATORS.createGenerator(text)) {
      generator.writeStartObject();
      members.accept(generator);
      generator.writeEnd();
    }
    return text.toString();
  }
}
