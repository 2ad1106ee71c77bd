/**
 * Keeps conversations in a relational database. The only package that knows JPA.
 *
 * <p>Front door: {@link dev.hotdesk.server.store.JpaJournal}. Appends of many conversations share a
 * transaction (group commit); see {@link dev.hotdesk.server.store.Append} for how one is carried
 * through.
 */
@NullMarked
package dev.hotdesk.server.store;

import org.jspecify.annotations.NullMarked;
