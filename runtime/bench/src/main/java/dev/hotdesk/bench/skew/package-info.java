/** Clocks of processes that go wrong, without anything in the product knowing of it. */
@NullMarked
package dev.hotdesk.bench.skew;

import org.jspecify.annotations.NullMarked;
