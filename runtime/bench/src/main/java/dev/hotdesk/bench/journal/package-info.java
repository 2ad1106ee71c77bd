/** How many messages the journal makes durable, on real databases in the measuring process. */
@NullMarked
package dev.hotdesk.bench.journal;

import org.jspecify.annotations.NullMarked;
