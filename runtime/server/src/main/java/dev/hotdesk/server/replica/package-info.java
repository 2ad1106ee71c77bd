/**
 * Where history, search and reports are read, so that they are in nobody's way: on a replica of the
 * database if there is one and it keeps up, else on the primary through a pool of their own.
 *
 * <p>Front door: {@link dev.hotdesk.server.replica.Readings}.
 */
@NullMarked
package dev.hotdesk.server.replica;

import org.jspecify.annotations.NullMarked;
