package dev.hotdesk.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One episode of service in a conversation.
 *
 * @param number which episode of the conversation this is, from 1
 * @param state who serves the customer
 * @param epoch grows whenever the writer changes; what was begun under an older epoch is void
 * @param lastSequence the place of the latest entry in the conversation's log; 0 if it is empty
 * @param times when what happened in this episode
 */
public record Session(int number, State state, long epoch, long lastSequence, Times times) {

  /** What the bot is to answer now: the first of the unanswered questions, if it serves. */
  public Optional<Ask> ask() {
    return state instanceof State.BotServing(var unanswered)
        ? unanswered.stream().findFirst().map(first -> new Ask(epoch, first))
        : Optional.empty();
  }

  /** A conversation in which nothing has been said: the bot listens. */
  public static Session fresh(Instant now) {
    return new Session(1, new State.BotServing(List.of()), 1, 0, Times.begin(now));
  }
}
