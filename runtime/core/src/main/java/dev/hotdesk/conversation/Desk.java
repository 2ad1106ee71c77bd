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
  private Optional<Ask> left = Optional.empty();
  private OptionalLong told = OptionalLong.empty();
  private boolean unsure;
  private boolean fresh;
  private final ArrayDeque<Numbered> lines = new ArrayDeque<>();

  private Timeline timeline = new Timeline();

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
    timeline.see(entries);
    for (var logged : entries) {
      if (logged.entry() instanceof Entry.Recalled(var message, _)) {
        lines.removeIf(it -> it.sequence == message);
      } else if (logged.entry() instanceof Entry.Said said && !logged.recalled()) {
        lines.add(new Numbered(logged.sequence(), new Turn.Line(said.author(), said.text())));
      }
    }
    while (lines.size() > 2 * MOST_LINES) {
      lines.remove();
    }
  }

  /** How the messages lie in time. */
  Timeline timeline() {
    return timeline;
  }

  /** The world has been told of everything up to here. */
  void told(long sequence) {
    told = OptionalLong.of(sequence);
  }

  /** Up to where the world was told, if this lane has told anything. */
  OptionalLong told() {
    return told;
  }

  /** Whether this lane has told the world of everything up to here. */
  boolean hasTold(long sequence) {
    return told.isPresent() && told.getAsLong() >= sequence;
  }

  /** Notes what the agents are asked now; false if they are at it already, here or elsewhere. */
  boolean turnTo(Optional<Ask> ask) {
    if (ask.isEmpty() || ask.equals(asked) || ask.equals(left)) {
      return false;
    }
    asked = ask;
    return true;
  }

  /** What was turned to has been offered to all servers, and is asked by the one that takes it. */
  void offered() {
    left = asked;
    asked = Optional.empty();
  }

  /** The question with this epoch and place, if it is the one that is due. */
  Optional<Ask> due(long epoch, long question) {
    return conversation
        .flatMap(it -> it.session().ask())
        .filter(it -> it.epoch() == epoch && it.question().sequence() == question);
  }

  /** This server has taken a question that was offered. */
  void accept(Ask ask) {
    asked = Optional.of(ask);
    left = Optional.empty();
  }

  /** Who has stored this question asks it, and that was another server. */
  void leave(Optional<Ask> ask) {
    left = ask;
  }

  /** The other server is gone, or has had time enough. */
  void takeOver() {
    left = Optional.empty();
  }

  /** A piece of work begins; what lies here was read earlier. */
  void begin() {
    fresh = false;
  }

  /** What lies here has been read just now. */
  void read() {
    fresh = true;
    unsure = false;
  }

  /** Whether it was read during this piece of work. */
  boolean isFresh() {
    return fresh;
  }

  /** Whether what this server wanted to store may have been stored or not. */
  boolean isUnsure() {
    return unsure;
  }

  /** Another server has appended: it has to be read again. */
  void outrun() {
    conversation = Optional.empty();
    lines.clear();
    timeline = new Timeline();
  }

  /** Another server has appended these entries. Laid out if they go on from what lies here. */
  void follow(Conversation now, List<Logged> entries) {
    if (conversation.isEmpty()) {
      return;
    }
    var last = conversation.get().session().lastSequence();
    if (last >= now.session().lastSequence()) {
      return;
    }
    var next = entries.stream().filter(it -> it.sequence() > last).toList();
    if (next.isEmpty() || next.getFirst().sequence() != last + 1) {
      outrun();
    } else {
      lay(now, next);
      leave(now.session().ask());
    }
  }

  /** Nobody knows what is stored: it has to be read again, and the agents asked again. */
  void clear() {
    outrun();
    asked = Optional.empty();
    left = Optional.empty();
    unsure = true;
  }
}
