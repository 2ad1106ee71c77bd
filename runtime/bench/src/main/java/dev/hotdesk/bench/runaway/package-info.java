/** Plugins that run away in every way we could think of, and a host that has to bear them. */
@NullMarked
package dev.hotdesk.bench.runaway;

import org.jspecify.annotations.NullMarked;
