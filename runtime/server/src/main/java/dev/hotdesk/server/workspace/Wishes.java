package dev.hotdesk.server.workspace;

import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.server.frame.Frame;
import dev.hotdesk.server.frame.Words;
import dev.hotdesk.session.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What an operator's frame says of where a conversation is to go, checked. */
final class Wishes {

  private static final int MOST_NOTE = 500;

  /** No database minds the times before. */
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_. -]{1,64}");
  private static final Pattern REASON = Pattern.compile("[\\p{L}\\p{N}_. -]{0,64}");

  private Wishes() {}

  /** {@code group:NAME}, {@code store:NAME}, {@code anyone}, or an operator's log-in name. */
  static Target target(Frame frame) {
    var to = frame.text("to");
    try {
      var target =
          to.contains(":") || to.equals("anyone") ? Target.of(to) : new Target.Operator(to);
      var name = to.substring(to.indexOf(':') + 1);
      if (NAME.matcher(name).matches()) {
        return target;
      }
    } catch (IllegalArgumentException _) {
      // Told below.
    }
    throw new MalformedFrameException("to: wanted a log-in name, group:NAME, store:NAME or anyone");
  }

  static String reason(Frame frame) {
    var reason = frame.text("reason", "");
    if (!REASON.matcher(reason).matches()) {
      throw new MalformedFrameException(
          "reason: wanted at most 64 letters, digits, blanks, dots, dashes and underscores");
    }
    return reason;
  }

  static String note(Frame frame) {
    var note = frame.text("note", "");
    if (note.length() > MOST_NOTE) {
      throw new MalformedFrameException("note: at most " + MOST_NOTE + " characters");
    }
    return note.isBlank() ? "" : Words.clean(note);
  }

  /** When something is to come back; the rules see to it that this is later. */
  static Instant until(Frame frame) {
    try {
      var until = Instant.parse(frame.text("until")).truncatedTo(ChronoUnit.MILLIS);
      if (until.isBefore(LATEST)) {
        return until;
      }
    } catch (DateTimeException _) {
      // Told below.
    }
    throw new MalformedFrameException("until: wanted a time such as 2026-11-24T09:00:00Z");
  }
}
