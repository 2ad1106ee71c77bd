package dev.hotdesk.understanding.intent;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.KnowledgeException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads example sentences from a text file: a line {@code [order.status]} opens an intent, each
 * line after it is one sentence, {@code #} at the start of a line begins a comment.
 */
public final class ExamplesFile {

  private static final int LONGEST = 500;

  private final String plugin;
  private final String path;
  private final Language language;
  private final List<Example> examples = new ArrayList<>();
  private @Nullable Intent section;

  private ExamplesFile(String plugin, String path, Language language) {
    this.plugin = plugin;
    this.path = path;
    this.language = language;
  }

  /**
   * All sentences of a file, in its order.
   *
   * @param plugin whose file it is, and {@code path} its name there, for messages
   * @throws KnowledgeException naming file and line, when the file is not of that form
   */
  public static List<Example> read(String plugin, String path, Language language, byte[] content) {
    var file = new ExamplesFile(plugin, path, language);
    var lines = file.text(content).lines().toList();
    for (var number = 1; number <= lines.size(); number++) {
      file.line(number, lines.get(number - 1).strip());
    }
    if (file.examples.isEmpty()) {
      throw new KnowledgeException(plugin, path + " holds no example sentences");
    }
    return List.copyOf(file.examples);
  }

  private String text(byte[] content) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new KnowledgeException(plugin, path + " is not written in UTF-8", e);
    }
  }

  private void line(int number, String line) {
    if (line.isEmpty() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("[")) {
      section = header(number, line);
      return;
    }
    var intent = section;
    if (intent == null) {
      throw fault(number, "a sentence before the first [intent]", line);
    }
    if (line.length() > LONGEST) {
      throw fault(number, "a sentence of more than " + LONGEST + " characters", line);
    }
    examples.add(new Example(intent, language, line));
  }

  private Intent header(int number, String line) {
    if (!line.endsWith("]")) {
      throw fault(number, "a section header without its closing bracket", line);
    }
    try {
      return new Intent(line.substring(1, line.length() - 1).strip());
    } catch (IllegalArgumentException e) {
      throw fault(number, "not an intent name", line);
    }
  }

  private KnowledgeException fault(int number, String what, String line) {
    var shown = line.length() > 60 ? line.substring(0, 60) + "…" : line;
    return new KnowledgeException(plugin, "%s:%d: %s: %s".formatted(path, number, what, shown));
  }
}
