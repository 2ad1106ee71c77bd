package dev.hotdesk.testkit.bad;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;

/** Keeps every promise. */
public final class SoundAgent implements Agent {
  @Override
  public Reply respond(Turn turn, AgentContext context) {
    return Reply.say(context.text("greeting", turn.intent().name()));
  }
}
