/**
 * Plain SQL for the rooms that keep something in tables.
 *
 * <p>Front door: {@link dev.hotdesk.server.sql.Sql}. Each room says with which exception it tells
 * that its tables cannot be used.
 */
@NullMarked
package dev.hotdesk.server.sql;

import org.jspecify.annotations.NullMarked;
