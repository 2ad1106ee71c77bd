/**
 * How what has been stored reaches the open connections of customers and operators: in order,
 * without gaps, and without ever waiting for a slow one.
 *
 * <p>Front door: {@link dev.hotdesk.server.stream.Hub}. A connection keeps a {@link
 * dev.hotdesk.server.stream.LogFeed} for each conversation it shows, and a {@link
 * dev.hotdesk.server.stream.Pump} that writes.
 */
@NullMarked
package dev.hotdesk.server.stream;

import org.jspecify.annotations.NullMarked;
