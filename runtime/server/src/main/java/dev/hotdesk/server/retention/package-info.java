/**
 * Deletes conversations: those that are older than their channel keeps them, and all of one
 * customer who wants to be forgotten.
 *
 * <p>Front doors: {@link dev.hotdesk.server.retention.Retention} and {@link
 * dev.hotdesk.server.retention.Erasure}. Whoever keeps something of conversations elsewhere lends
 * {@link dev.hotdesk.server.retention.Belongings}.
 */
@NullMarked
package dev.hotdesk.server.retention;

import org.jspecify.annotations.NullMarked;
