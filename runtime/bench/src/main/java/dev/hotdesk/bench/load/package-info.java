/**
 * Many customers and operators on one thread, with plain sockets, so that one small machine can
 * hold both them and the server: what a crowd does, and the books about what it was told.
 */
@NullMarked
package dev.hotdesk.bench.load;

import org.jspecify.annotations.NullMarked;
