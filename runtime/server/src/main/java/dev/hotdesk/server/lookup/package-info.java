/**
 * Keeps in memory what is read often and seldom changes, such as who works here.
 *
 * <p>Front door: {@link dev.hotdesk.server.lookup.Lookups}. Whoever changes something says so by
 * its name, and everybody forgets it, also on other servers.
 */
@NullMarked
package dev.hotdesk.server.lookup;

import org.jspecify.annotations.NullMarked;
