package dev.hotdesk.wording;

import dev.hotdesk.api.Language;
import java.util.Map;

/**
 * Something that the runtime says about a plugin, for staff of either language.
 *
 * @param code which sentence it is, such as {@code signature.unsigned}; empty if it is in nobody's
 *     catalogue, such as a plugin's own words
 * @param arguments what stands in its places, by name
 * @param english the whole of it
 * @param chinese the whole of it
 */
public record Sentence(String code, Map<String, String> arguments, String english, String chinese) {

  /** Copies the arguments. */
  public Sentence {
    arguments = Map.copyOf(arguments);
  }

  static Sentence unknown(String text) {
    return new Sentence("", Map.of(), text, text);
  }

  /** The whole of it. */
  public String in(Language language) {
    return switch (language) {
      case ZH -> chinese;
      case EN -> english;
    };
  }
}
