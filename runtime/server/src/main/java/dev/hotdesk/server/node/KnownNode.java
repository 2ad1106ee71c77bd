package dev.hotdesk.server.node;

import java.time.Instant;

/**
 * A server as it said last that it is.
 *
 * @param state {@code open}, {@code draining} or {@code drained}
 * @param connections its open sockets
 * @param busy conversations with work
 * @param fault what makes it hear late of the others' news; empty for nothing
 * @param wanted {@code open} or {@code drained}
 * @param wanted_by which admin wants it so; empty for nobody
 * @param reported when it said so, by the database's clock
 * @param alive whether that was within the last ten seconds
 */
public record KnownNode(
    String node,
    String state,
    int connections,
    int busy,
    String fault,
    String wanted,
    String wanted_by,
    Instant reported,
    boolean alive) {}
