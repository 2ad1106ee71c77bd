/** Loaded versions of plugins, from drop to retirement. */
@NullMarked
package dev.hotdesk.generation;

import org.jspecify.annotations.NullMarked;
