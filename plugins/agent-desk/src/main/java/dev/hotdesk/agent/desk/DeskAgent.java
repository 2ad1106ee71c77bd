package dev.hotdesk.agent.desk;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import org.pf4j.Extension;

/** Welcomes customers, takes leave of them, and brings a person to those who want one. */
@Extension
public final class DeskAgent implements Agent {

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    return switch (turn.intent().name()) {
      case "human.handoff" -> Reply.handOver("handoff");
      case "complaint" -> Reply.handOver("complaint");
      default -> Reply.say(context.text(turn.intent().name()));
    };
  }
}
