package dev.hotdesk.rollout;

import java.time.Instant;

/**
 * Something that happened to a version of a plugin.
 *
 * @param at when
 * @param plugin its id
 * @param version which
 * @param generation its number in the running host, or 0
 * @param what a state such as {@code LIVE}, or what was decided, such as {@code hold}
 * @param by the admin, or empty if the runtime did it
 * @param note one sentence, or empty
 */
public record Happening(
    Instant at,
    String plugin,
    String version,
    int generation,
    String what,
    String by,
    String note) {}
