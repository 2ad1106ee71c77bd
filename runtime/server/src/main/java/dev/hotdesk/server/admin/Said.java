package dev.hotdesk.server.admin;

import dev.hotdesk.wording.Wording;
import java.util.Map;

/**
 * Which sentence was said, for programs: the words may change, and come in two languages.
 *
 * @param code such as {@code signature.unsigned}; empty for a plugin's own words, or none
 * @param arguments what stands in its places, by name
 */
public record Said(String code, Map<String, String> arguments) {

  static Said of(String english) {
    var sentence = Wording.of(english);
    return new Said(sentence.code(), sentence.arguments());
  }
}
