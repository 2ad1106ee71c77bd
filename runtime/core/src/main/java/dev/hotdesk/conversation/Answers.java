package dev.hotdesk.conversation;

import dev.hotdesk.routing.Answer;
import dev.hotdesk.routing.TurnRequest;

/** Answers customers' questions; {@link dev.hotdesk.routing.Agents} does. */
@FunctionalInterface
public interface Answers {

  /** Answers one question; blocks meanwhile, and never throws. */
  Answer answer(TurnRequest question);
}
