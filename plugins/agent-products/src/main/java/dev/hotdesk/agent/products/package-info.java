/** Answers questions about products from the shop's own catalogue. */
@NullMarked
package dev.hotdesk.agent.products;

import org.jspecify.annotations.NullMarked;
