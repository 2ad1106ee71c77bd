/**
 * Keeps what the shop's people teach the agents: labelled sentences without what tells who somebody
 * is, with a version for each change.
 *
 * <p>Front door: {@link dev.hotdesk.server.learning.LearnedTable}. Whether something taught is of
 * use is decided in {@code dev.hotdesk.learning}.
 */
@NullMarked
package dev.hotdesk.server.learning;

import org.jspecify.annotations.NullMarked;
