/**
 * What becomes of messages on their way: how far each side has got, and what is pushed to channels
 * that wait for nobody.
 *
 * <p>Front doors: {@link dev.hotdesk.delivery.Watermarks}. The ports are implemented by the server.
 */
@NullMarked
package dev.hotdesk.delivery;

import org.jspecify.annotations.NullMarked;
