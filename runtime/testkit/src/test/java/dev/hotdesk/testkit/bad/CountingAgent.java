package dev.hotdesk.testkit.bad;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts in a field, so the same turn gets another reply. */
public final class CountingAgent implements Agent {
  private final AtomicInteger calls = new AtomicInteger();

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    return Reply.say(context.text("greeting", calls.incrementAndGet()));
  }
}
