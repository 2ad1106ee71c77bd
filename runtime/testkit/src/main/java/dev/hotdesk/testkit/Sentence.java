package dev.hotdesk.testkit;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Knowledge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One example of what customers say, from {@code intents/<language>.txt} of a plugin. */
record Sentence(Intent intent, Language language, String words) {

  /** All that a plugin knows in a language. */
  static List<Sentence> of(Knowledge plugin, Language language) {
    return plugin
        .read("intents/" + language.code() + ".txt")
        .map(content -> read(language, new String(content, StandardCharsets.UTF_8)))
        .orElse(List.of());
  }

  private static List<Sentence> read(Language language, String content) {
    var sentences = new ArrayList<Sentence>();
    var intent = new Intent("none");
    for (var line : content.lines().map(String::strip).toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        intent = new Intent(line.substring(1, line.length() - 1));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        sentences.add(new Sentence(intent, language, line));
      }
    }
    return sentences;
  }
}
