/** Jars of every kind that a plugin host must refuse, built anew each time. */
@NullMarked
package dev.hotdesk.bench.badjars;

import org.jspecify.annotations.NullMarked;
