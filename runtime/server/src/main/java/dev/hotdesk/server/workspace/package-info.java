/**
 * The operators' desk: what they see of all conversations, and what they do about them.
 *
 * <p>Front door: {@link dev.hotdesk.server.workspace.Room}. The desk is a view of the
 * conversations, made anew from the journal at each start; nothing is kept here alone.
 */
@NullMarked
package dev.hotdesk.server.workspace;

import org.jspecify.annotations.NullMarked;
