package dev.hotdesk.server.search;

import java.time.Instant;

/**
 * What somebody looks for.
 *
 * @param text as they typed it
 * @param channel of which channel, or empty for all
 * @param from said not before
 * @param until said before
 * @param after where the page before ended, or empty
 * @param most how many at the most
 */
public record Query(
    String text, String channel, Instant from, Instant until, String after, int most) {}
