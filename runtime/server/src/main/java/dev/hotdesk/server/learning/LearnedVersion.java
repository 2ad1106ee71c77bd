package dev.hotdesk.server.learning;

import java.time.Instant;

/**
 * One change of what is taught.
 *
 * @param id grows
 * @param made when
 * @param who the login
 * @param what {@code teach}, {@code undo}, {@code back} or {@code retry}
 * @param detail to which examples; never a customer's words
 */
public record LearnedVersion(long id, Instant made, String who, String what, String detail) {}
