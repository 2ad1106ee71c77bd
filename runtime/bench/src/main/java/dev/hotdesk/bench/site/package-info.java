/** A whole Hotdesk with a shop beside it, in a directory and processes of its own. */
@NullMarked
package dev.hotdesk.bench.site;

import org.jspecify.annotations.NullMarked;
