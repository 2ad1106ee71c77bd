/**
 * From a customer's question to an agent's decision: what was understood, which agent answers, and
 * the bounds within which it does.
 *
 * <p>Front door: {@link dev.hotdesk.routing.Agents#answer}. The ports {@link
 * dev.hotdesk.routing.Plugins} and {@link dev.hotdesk.routing.IntentTrainer} are implemented by the
 * plugin host and the understanding engine.
 */
@NullMarked
package dev.hotdesk.routing;

import org.jspecify.annotations.NullMarked;
