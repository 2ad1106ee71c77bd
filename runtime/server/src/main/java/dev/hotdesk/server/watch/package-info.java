/**
 * How Hotdesk fares: health for machines that start and stop it, metrics for those who look after
 * it.
 */
@NullMarked
package dev.hotdesk.server.watch;

import org.jspecify.annotations.NullMarked;
