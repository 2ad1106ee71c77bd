/**
 * The one place where the whole house is put together. Knows everybody, and nobody knows it.
 *
 * <p>Front door: {@link dev.hotdesk.server.assembly.Assembly} makes the parts, {@link
 * dev.hotdesk.server.assembly.Course} starts and stops them in order.
 */
@NullMarked
package dev.hotdesk.server.assembly;

import org.jspecify.annotations.NullMarked;
