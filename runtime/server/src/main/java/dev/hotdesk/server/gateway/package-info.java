/**
 * Customers' connections: WebSocket and long poll. Checks who comes and from where, keeps within
 * bounds what they may send, and lets the channel's plugin translate both ways.
 *
 * <p>Front door: {@link dev.hotdesk.server.gateway.Ingress}, the one place where what comes in
 * becomes an event.
 */
@NullMarked
package dev.hotdesk.server.gateway;

import org.jspecify.annotations.NullMarked;
