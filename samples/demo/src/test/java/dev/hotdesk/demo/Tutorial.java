package dev.hotdesk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a tutorial as somebody does who follows it to the letter. Blocks fenced as {@code sh} are
 * run and those fenced as {@code chat} are said; any other is the content of the file that the line
 * before it names; those fenced as {@code console} are for the reader's own eyes.
 */
final class Tutorial {

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)([^\\n]*)\\n\\n?^```(\\w+)\\n(.*?)^```$");
  private static final Pattern FILE = Pattern.compile("(Write|Add to) `([^`]+)`:$");

  private Tutorial() {}

  /** What is to be done. */
  sealed interface Step {

    /** Types this into the terminal. */
    record Run(String script) implements Step {}

    /** Writes a file. */
    record Write(String file, String content) implements Step {}

    /** Adds to the end of a file. */
    record Add(String file, String content) implements Step {}

    /** Talks to the bot. */
    record Chat(List<Line> lines) implements Step {}
  }

  /** What the customer says, and a part of what the bot answers. */
  record Line(String customer, String bot) {}

  static List<Step> steps(Path page) throws IOException {
    var steps = new ArrayList<Step>();
    var block = BLOCK.matcher(Files.readString(page));
    while (block.find()) {
      step(block.group(1), block.group(2), block.group(3)).ifPresent(steps::add);
    }
    return steps;
  }

  private static Optional<Step> step(String before, String language, String content) {
    return switch (language) {
      case "console" -> Optional.empty();
      case "sh" -> Optional.of(new Step.Run(content));
      case "chat" -> Optional.of(new Step.Chat(lines(content)));
      default -> Optional.of(file(before, content));
    };
  }

  private static Step file(String before, String content) {
    var named = FILE.matcher(before);
    if (!named.find()) {
      throw new IllegalArgumentException(
          "No file is named before a block; wanted Write `…`: or Add to `…`: but found: " + before);
    }
    return named.group(1).equals("Write")
        ? new Step.Write(named.group(2), content)
        : new Step.Add(named.group(2), content);
  }

  private static List<Line> lines(String chat) {
    var lines = new ArrayList<Line>();
    var said = "";
    for (var line : chat.lines().toList()) {
      var parts = line.split(": ", 2);
      switch (parts[0]) {
        case "customer" -> said = parts[1];
        case "bot" -> lines.add(new Line(said, parts[1]));
        default -> throw new IllegalArgumentException("Neither customer nor bot: " + line);
      }
    }
    return lines;
  }
}
