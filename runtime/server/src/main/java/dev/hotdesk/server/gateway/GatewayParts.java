package dev.hotdesk.server.gateway;

import dev.hotdesk.conversation.Journal;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** What all customers' connections share. */
public record GatewayParts(
    Journal journal,
    Hub hub,
    Ingress ingress,
    Translator translator,
    VisitorTokens tokens,
    Heartbeat heartbeat,
    Executor executor,
    ScheduledExecutorService timer) {}
