/** Upgrades in a process of their own, which dies on the way. */
@NullMarked
package dev.hotdesk.bench.crash;

import org.jspecify.annotations.NullMarked;
