/**
 * Files that customers and operators send: taken in within limits, looked at, kept, and handed out
 * to nobody but those of their conversation.
 *
 * <p>Front door: {@link dev.hotdesk.server.attachment.Attachments}.
 */
@NullMarked
package dev.hotdesk.server.attachment;

import org.jspecify.annotations.NullMarked;
