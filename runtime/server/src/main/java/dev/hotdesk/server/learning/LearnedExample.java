package dev.hotdesk.server.learning;

import java.time.Instant;

/**
 * One thing that was taught, as admins see it.
 *
 * @param text without what tells who somebody is
 * @param standing {@code pending}, {@code active}, {@code refused} or {@code undone}
 * @param broken JSON: the sentences that it would break, if it was refused
 * @param version from which it counts
 */
public record LearnedExample(
    long id,
    String kind,
    String language,
    String intent,
    String text,
    String conversation,
    long sequence,
    String who,
    Instant made,
    String standing,
    String broken,
    long version) {}
