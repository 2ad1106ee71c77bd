/**
 * What happened day by day: how many sessions, how long customers waited, how it was for them. Made
 * from the log when it is asked for, on the replica if there is one; nothing is counted besides.
 *
 * <p>Front door: {@link dev.hotdesk.server.report.Reports}.
 */
@NullMarked
package dev.hotdesk.server.report;

import org.jspecify.annotations.NullMarked;
