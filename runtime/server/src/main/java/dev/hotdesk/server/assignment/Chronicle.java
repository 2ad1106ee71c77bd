package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Reason;
import dev.hotdesk.assignment.Reason.Rule;
import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Logged;
import dev.hotdesk.session.Entry;
import dev.hotdesk.session.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who was given to whom and why, as far as this server has seen it. What it has not seen is told
 * from the conversation's log, with less of the circumstances.
 */
final class Chronicle {

  private static final String UNKNOWN = "…";

  private final Map<String, Instant> lastGiven = new ConcurrentHashMap<>();
  private final Map<String, List<Reason>> reasons = new ConcurrentHashMap<>();

  /** Takes news in; returns whether they may matter for who is given to whom. */
  boolean take(Conversation now, List<Logged> entries) {
    var matters = false;
    for (var logged : entries) {
      switch (logged.entry()) {
        case Entry.Moved(var state, _, _, _) -> {
          matters = true;
          if (state instanceof State.OperatorServing(var operator)) {
            lastGiven.merge(operator, logged.at(), (a, b) -> a.isAfter(b) ? a : b);
          } else if (!(state instanceof State.Transferring)) {
            reasons.remove(now.id());
          }
        }
        case Entry.Understood _, Entry.Corrected _, Entry.Described _ ->
            matters |= now.session().state() instanceof State.Waiting;
        default -> {}
      }
    }
    return matters;
  }

  Instant lastGiven(String login) {
    return lastGiven.getOrDefault(login, Instant.EPOCH);
  }

  /** Somebody is about to be given for these reasons. */
  void note(String conversation, List<Reason> why) {
    reasons.put(conversation, List.copyOf(why));
  }

  /** It did not come to that. */
  void forget(String conversation) {
    reasons.remove(conversation);
  }

  /** Why somebody is served by who serves them, if this server has seen it. */
  Optional<List<Reason>> why(String conversation) {
    return Optional.ofNullable(reasons.get(conversation));
  }

  /** The same from the log: the latest entries of a conversation. */
  static List<Reason> why(Conversation now, List<Logged> latest) {
    var reasons = new ArrayList<Reason>();
    for (var logged : latest) {
      if (logged.entry() instanceof Entry.Moved(var state, var reason, var by, _)) {
        switch (state) {
          case State.Waiting _ -> {
            reasons.clear();
            reasons.add(new Reason(Rule.WANTED, reason));
          }
          case State.OperatorServing(var operator) ->
              reasons.add(
                  by.isEmpty()
                      ? new Reason(
                          Rule.of(reason).orElse(Rule.GIVEN),
                          operator,
                          now.store().isEmpty() ? UNKNOWN : now.store(),
                          UNKNOWN)
                      : new Reason(Rule.PICKED, operator));
          default -> reasons.clear();
        }
      }
    }
    return reasons;
  }
}
