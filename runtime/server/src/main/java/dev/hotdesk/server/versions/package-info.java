/** Keeps in the database which versions of plugins are wanted, which serve, and what happened. */
@NullMarked
package dev.hotdesk.server.versions;

import org.jspecify.annotations.NullMarked;
