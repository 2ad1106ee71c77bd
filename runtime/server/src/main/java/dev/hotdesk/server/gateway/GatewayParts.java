package dev.hotdesk.server.gateway;

import dev.hotdesk.conversation.Journal;
import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.server.stream.Allowances;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all customers' connections share.
 *
 * @param places where customers stand in the queue
 * @param allowances how many frames a conversation may send, whatever the connections
 */
public record GatewayParts(
    Journal journal,
    Hub hub,
    Ingress ingress,
    Translator translator,
    VisitorTokens tokens,
    QueuePlaces places,
    Allowances allowances,
    Watermarks watermarks,
    Heartbeat heartbeat,
    Executor executor,
    ScheduledExecutorService timer) {

  /** How many frames a conversation may send in a second. */
  public static final int MOST_FRAMES_A_SECOND = 20;
}
