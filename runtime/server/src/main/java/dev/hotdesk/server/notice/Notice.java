package dev.hotdesk.server.notice;

import java.time.Instant;

/**
 * Something that a supervisor tells many customers.
 *
 * @param id another one each time
 * @param by the supervisor's log-in name
 * @param reached how many sessions have it in their logs
 * @param done whether all have that were open
 */
public record Notice(
    String id,
    String text,
    String by,
    Instant made,
    Audience audience,
    int reached,
    boolean done) {}
