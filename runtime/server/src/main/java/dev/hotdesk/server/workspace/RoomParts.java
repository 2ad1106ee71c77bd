package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.delivery.Outbox;
import dev.hotdesk.delivery.OutboxRelay;
import dev.hotdesk.delivery.Watermarks;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.attachment.Attachments;
import dev.hotdesk.server.stream.Heartbeat;
import dev.hotdesk.server.stream.Hub;
import dev.hotdesk.session.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What the room and all operators' connections share.
 *
 * @param processor takes a conversation's event
 * @param intents the names of all intents that agents own at this moment
 * @param recalls looks whether an operator may take a message back
 * @param assigner knows the queue, and who may serve whom
 * @param trail is told of what must not pass unnoticed
 * @param grace how long an operator may be away before they have left
 * @param patience how long one waits for what in a session
 */
public record RoomParts(
    Journal journal,
    Hub hub,
    SessionProcessor processor,
    Staff staff,
    Supplier<List<String>> intents,
    Learning learning,
    Watermarks watermarks,
    Recalls recalls,
    Assigner assigner,
    Trail trail,
    Attachments attachments,
    Outbox outbox,
    OutboxRelay relay,
    Heartbeat heartbeat,
    Executor executor,
    ScheduledExecutorService timer,
    Duration grace,
    Patience patience) {}
