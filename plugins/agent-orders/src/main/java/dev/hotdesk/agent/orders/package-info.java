/** Tells customers how far their order has come. */
@NullMarked
package dev.hotdesk.agent.orders;

import org.jspecify.annotations.NullMarked;
