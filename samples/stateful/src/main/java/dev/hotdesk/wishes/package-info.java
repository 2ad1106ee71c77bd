/** A wish list that outlives its own upgrades. */
@NullMarked
package dev.hotdesk.wishes;

import org.jspecify.annotations.NullMarked;
