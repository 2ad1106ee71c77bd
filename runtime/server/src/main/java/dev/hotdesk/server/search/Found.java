package dev.hotdesk.server.search;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param hits those with the very number that was looked for first, else the newest first
 * @param next where the next page begins; empty if there is none
 * @param complete whether all that was ever said is in the index by now
 * @param source where it was looked for, {@code replica} or {@code primary}
 * @param note why it was not looked for on the replica though there is one, or empty
 */
public record Found(List<Hit> hits, String next, boolean complete, String source, String note) {}
