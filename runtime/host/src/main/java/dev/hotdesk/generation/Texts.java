package dev.hotdesk.generation;

import dev.hotdesk.api.Language;
import dev.hotdesk.verify.RefusedJarException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Reads what a plugin says to customers out of its jar. */
final class Texts {

  private Texts() {}

  /** The texts in {@code texts/<language>.properties}, in UTF-8; empty where there is no file. */
  static Map<Language, Map<String, String>> in(JarKnowledge jar, String file)
      throws RefusedJarException {
    var all = new EnumMap<Language, Map<String, String>>(Language.class);
    for (var language : Language.values()) {
      var path = "texts/" + language.code() + ".properties";
      var bytes = jar.read(path);
      if (bytes.isPresent()) {
        all.put(language, parsed(bytes.get(), path, file));
      }
    }
    return Map.copyOf(all);
  }

  private static Map<String, String> parsed(byte[] bytes, String path, String file)
      throws RefusedJarException {
    var properties = new Properties();
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      properties.load(new StringReader(text));
    } catch (CharacterCodingException e) {
      throw new RefusedJarException(
          "%s has a %s that is not UTF-8; wanted UTF-8: save it in that encoding."
              .formatted(file, path));
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedJarException(
          "%s has a %s that cannot be read (%s); wanted lines of key=text: correct it."
              .formatted(file, path, e.getMessage()));
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }
}
