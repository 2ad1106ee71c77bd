package dev.hotdesk.testkit.bad;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.ErpUnavailableException;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;

/** Turns a shop that is down into a fault of its own. */
public final class TouchyAgent implements Agent {
  @Override
  public Reply respond(Turn turn, AgentContext context) {
    try {
      return Reply.say(context.text("greeting", context.erp().orders().size()));
    } catch (ErpUnavailableException e) {
      throw new IllegalStateException("no orders");
    }
  }
}
