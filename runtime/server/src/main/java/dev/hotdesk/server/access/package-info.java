/**
 * Who works here: accounts, log-ins and roles, and the trail of what was done with them.
 *
 * <p>Other packages ask {@link dev.hotdesk.server.access.LoginSessions} who sent a request.
 */
@NullMarked
package dev.hotdesk.server.access;

import org.jspecify.annotations.NullMarked;
