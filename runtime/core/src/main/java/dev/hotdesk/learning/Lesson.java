package dev.hotdesk.learning;

import dev.hotdesk.routing.Labelled;

/**
 * One thing taught.
 *
 * @param id grows
 * @param sentence the words, masked, and what they mean
 */
public record Lesson(long id, Labelled sentence) {}
