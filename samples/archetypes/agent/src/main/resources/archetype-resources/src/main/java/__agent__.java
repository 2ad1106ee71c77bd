package ${package};

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import org.pf4j.Extension;

/** Tells customers what can be altered. */
@Extension
public final class ${agent} implements Agent {

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    return Reply.say(context.text("alterations"));
  }
}
