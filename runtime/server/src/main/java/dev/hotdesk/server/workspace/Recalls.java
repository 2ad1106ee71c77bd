package dev.hotdesk.server.workspace;

import dev.hotdesk.api.Author;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.Entry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Looks whether an operator may take a message back: their own, and not for long. */
public final class Recalls {

  private final Journal journal;
  private final Duration limit;
  private final Clock clock;

  /** In this journal, for so long after a message was stored. */
  public Recalls(Journal journal, Duration limit, Clock clock) {
    this.journal = journal;
    this.limit = limit;
    this.clock = clock;
  }

  /** A refusal's code and sentence. */
  record Refusal(String code, String message) {}

  /** Why this operator may not take this message back; empty if they may. */
  Optional<Refusal> refusal(String conversation, long message, String operator) {
    var found =
        journal.read(conversation, message - 1, 1).stream()
            .filter(logged -> logged.sequence() == message)
            .findFirst();
    if (found.isEmpty() || !isOf(operator, found.get())) {
      return Optional.of(
          new Refusal(
              "not_yours",
              "Not taken back: at %d is no message of %s; only one's own can be."
                  .formatted(message, operator)));
    }
    if (found.get().at().plus(limit).isBefore(clock.instant())) {
      return Optional.of(
          new Refusal(
              "too_late",
              "Not taken back: message %d is older than %d seconds, which the setting hotdesk.recall.limit allows."
                  .formatted(message, limit.toSeconds())));
    }
    return Optional.empty();
  }

  private static boolean isOf(String operator, Logged logged) {
    return logged.entry() instanceof Entry.Said said
        && said.author() == Author.OPERATOR
        && said.name().equals(operator);
  }
}
