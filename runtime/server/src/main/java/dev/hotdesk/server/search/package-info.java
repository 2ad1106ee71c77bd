/**
 * Finds what customers and staff have said: Chinese by pairs of characters, other languages by
 * words, order and phone numbers exactly.
 *
 * <p>Front doors: {@link dev.hotdesk.server.search.Search} finds, {@link
 * dev.hotdesk.server.search.Indexer} follows the log behind the commits.
 */
@NullMarked
package dev.hotdesk.server.search;

import org.jspecify.annotations.NullMarked;
