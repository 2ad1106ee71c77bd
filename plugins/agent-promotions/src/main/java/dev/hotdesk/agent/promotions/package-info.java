/** Explains the shop's offers and coupons. */
@NullMarked
package dev.hotdesk.agent.promotions;

import org.jspecify.annotations.NullMarked;
