/**
 * What a running house does with the functions of its plugins: notes durably what somebody wants to
 * hear of, hands it to them at least once, tries again what failed, and keeps what fails for good.
 *
 * <p>{@link dev.hotdesk.function.Functions} is the front door. Where deliveries, timers and
 * schedules are kept are ports that the server implements: {@link dev.hotdesk.function.Deliveries},
 * {@link dev.hotdesk.function.Clockwork}.
 */
@NullMarked
package dev.hotdesk.function;

import org.jspecify.annotations.NullMarked;
