/**
 * Loaded versions of plugins, from drop to retirement: each in a class loader and a thread pool of
 * its own, swapped under running conversations without any of them noticing.
 *
 * <p>Front door: {@link dev.hotdesk.generation.PluginHost}. One control thread makes every change;
 * a turn only ever reads one immutable routing table, on which it holds a lease.
 */
@NullMarked
package dev.hotdesk.generation;

import org.jspecify.annotations.NullMarked;
