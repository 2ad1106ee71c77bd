package dev.hotdesk.conversation;

import dev.hotdesk.api.Turn;
import dev.hotdesk.session.Ask;
import dev.hotdesk.session.Entry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a lane has at hand of its conversation, so as not to read it from the journal each time.
 * Touched by the work of that lane only.
 */
final class Desk {

  static final int MOST_LINES = 20;

  private Optional<Conversation> conversation = Optional.empty();
  private Optional<Ask> asked = Optional.empty();
  private OptionalLong told = OptionalLong.empty();
  private final ArrayDeque<Numbered> lines = new ArrayDeque<>();

  private record Numbered(long sequence, Turn.Line line) {}

  Optional<Conversation> conversation() {
    return conversation;
  }

  /** The latest lines before a place in the log, oldest first. */
  List<Turn.Line> linesBefore(long sequence) {
    return lines.stream()
        .filter(it -> it.sequence < sequence)
        .map(Numbered::line)
        .skip(Math.max(0, lines.size() - MOST_LINES))
        .toList();
  }

  /** Lays the conversation out as it is stored, with entries that lead up to it. */
  void lay(Conversation stored, List<Logged> entries) {
    conversation = Optional.of(stored);
    for (var logged : entries) {
      if (logged.entry() instanceof Entry.Said said) {
        lines.add(new Numbered(logged.sequence(), new Turn.Line(said.author(), said.text())));
      }
    }
    while (lines.size() > 2 * MOST_LINES) {
      lines.remove();
    }
  }

  /** The world has been told of everything up to here. */
  void told(long sequence) {
    told = OptionalLong.of(sequence);
  }

  /** Up to where the world was told, if this lane has told anything. */
  OptionalLong told() {
    return told;
  }

  /** Notes what the agents are asked now; false if they are at it already. */
  boolean turnTo(Optional<Ask> ask) {
    var isNew = !asked.equals(ask);
    asked = ask;
    return isNew && ask.isPresent();
  }

  /** Nobody knows what is stored: it has to be read again, and the agents asked again. */
  void clear() {
    conversation = Optional.empty();
    asked = Optional.empty();
    lines.clear();
  }
}
