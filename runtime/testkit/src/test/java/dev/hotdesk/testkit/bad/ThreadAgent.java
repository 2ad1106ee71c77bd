package dev.hotdesk.testkit.bad;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.AgentContext;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import java.time.Duration;

/** Leaves a thread running. */
public final class ThreadAgent implements Agent {
  /** Starts it. */
  public ThreadAgent() {
    Thread.ofPlatform().name("forgotten").daemon().start(ThreadAgent::idle);
  }

  private static void idle() {
    try {
      Thread.sleep(Duration.ofMinutes(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Reply respond(Turn turn, AgentContext context) {
    return Reply.say(context.text("greeting", turn.intent().name()));
  }
}
