package shop.example.hello;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import org.pf4j.Extension;

/** Tells customers when the shop is open. */
@Extension
public final class OpeningHoursAgent implements Agent {

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    return Reply.say(context.text("opening_hours"));
  }
}
