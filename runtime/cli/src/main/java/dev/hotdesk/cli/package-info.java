/**
 * The admins' command line: {@code hotdesk plugin …}, over the server's REST interface.
 *
 * <p>Front door: {@link dev.hotdesk.cli.Main}.
 */
@NullMarked
package dev.hotdesk.cli;

import org.jspecify.annotations.NullMarked;
