/** Tells which invoices an order has, and collects what a new one needs. */
@NullMarked
package dev.hotdesk.agent.invoices;

import org.jspecify.annotations.NullMarked;
