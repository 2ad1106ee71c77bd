package dev.hotdesk.conversation;

import dev.hotdesk.api.Turn;
import dev.hotdesk.session.Entry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** What a lane has at hand of its conversation, so as not to read it from the journal each time. */
final class Desk {

  static final int MOST_LINES = 20;

  private Optional<Conversation> conversation = Optional.empty();
  private final ArrayDeque<Turn.Line> lines = new ArrayDeque<>();

  Optional<Conversation> conversation() {
    return conversation;
  }

  /** The latest lines, oldest first. */
  List<Turn.Line> lines() {
    return List.copyOf(lines);
  }

  void lay(Conversation stored, List<Entry> entries) {
    conversation = Optional.of(stored);
    for (var entry : entries) {
      if (entry instanceof Entry.Said said) {
        lines.add(new Turn.Line(said.author(), said.text()));
        if (lines.size() > MOST_LINES) {
          lines.remove();
        }
      }
    }
  }

  void clear() {
    conversation = Optional.empty();
    lines.clear();
  }
}
