/**
 * What supervisors tell many customers at once: kept first, then put into the log of each open
 * session, once, by the server whose duty it is.
 *
 * <p>Front door: {@link dev.hotdesk.server.notice.Notices}.
 */
@NullMarked
package dev.hotdesk.server.notice;

import org.jspecify.annotations.NullMarked;
