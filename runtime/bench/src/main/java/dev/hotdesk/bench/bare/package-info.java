/** A plugin host alone, without a server, in the measuring process or in one of its own. */
@NullMarked
package dev.hotdesk.bench.bare;

import org.jspecify.annotations.NullMarked;
