package dev.hotdesk.testkit.bad;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.concurrent.CancellationException;

/** Does not end when it is interrupted. */
public final class StubbornAgent implements Agent {
  @Override
  public Reply respond(Turn turn, AgentContext context) {
    while (true) {
      try {
        return Reply.say(context.text("greeting", turn.intent().name()));
      } catch (CancellationException e) {
        // Tries again, as if nobody had cut it off.
      }
    }
  }
}
