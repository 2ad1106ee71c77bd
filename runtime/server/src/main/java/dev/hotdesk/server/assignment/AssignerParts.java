package dev.hotdesk.server.assignment;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.SessionProcessor;
import dev.hotdesk.server.stream.Hub;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What the assigner works with.
 *
 * @param tables what admins have set
 * @param processor takes who is given to whom
 * @param hub tells customers their places
 * @param duty whether this server gives customers out; each knows the queue
 * @param advice what plugins have found
 * @param usualCapacity how many customers an operator may serve of whom nothing else is set
 */
public record AssignerParts(
    StaffingTables tables,
    Journal journal,
    SessionProcessor processor,
    Hub hub,
    Duty duty,
    Advice advice,
    int usualCapacity,
    Clock clock,
    Executor executor,
    ScheduledExecutorService timer) {}
