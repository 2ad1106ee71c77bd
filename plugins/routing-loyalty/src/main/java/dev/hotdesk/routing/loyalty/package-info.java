/** Serves loyal customers, and those whose order is in trouble, sooner. */
@NullMarked
package dev.hotdesk.routing.loyalty;

import org.jspecify.annotations.NullMarked;
