package dev.hotdesk.function;

import java.time.Instant;

/**
 * A delivery that failed for good, and waits for an admin.
 *
 * @param id where it is kept
 * @param occasion what happened
 * @param attempts how often it was tried
 * @param died when it was given up
 * @param error what went wrong at last; may hold customers' words
 */
public record DeadLetter(long id, Occasion occasion, int attempts, Instant died, String error) {}
