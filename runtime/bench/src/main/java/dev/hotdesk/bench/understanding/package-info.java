/** How well customers are understood: labelled sentences through the engine that ships. */
@NullMarked
package dev.hotdesk.bench.understanding;

import org.jspecify.annotations.NullMarked;
