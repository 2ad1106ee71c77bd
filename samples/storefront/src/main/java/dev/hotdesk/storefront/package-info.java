/** A small shop on another origin, with the chat widget in its pages. */
@NullMarked
package dev.hotdesk.storefront;

import org.jspecify.annotations.NullMarked;
