/**
 * Conversations: each handles its events one after another, stores what they change, and only then
 * tells the world.
 *
 * <p>Front door: {@link dev.hotdesk.conversation.SessionProcessor}. The ports {@link
 * dev.hotdesk.conversation.Journal} and {@link dev.hotdesk.conversation.Signals} are implemented by
 * the server.
 */
@NullMarked
package dev.hotdesk.conversation;

import org.jspecify.annotations.NullMarked;
