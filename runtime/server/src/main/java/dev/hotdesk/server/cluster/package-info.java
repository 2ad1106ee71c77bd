/**
 * Several servers on one database: who is there, whose duty is what, and how each learns what the
 * others have stored. The database is the truth; what is told between servers may get lost.
 *
 * <p>Front door: {@link dev.hotdesk.server.cluster.Cluster}.
 */
@NullMarked
package dev.hotdesk.server.cluster;

import org.jspecify.annotations.NullMarked;
