/** Reads a dump of the heap, and finds what keeps an object in memory. */
@NullMarked
package dev.hotdesk.heap;

import org.jspecify.annotations.NullMarked;
