/** The whole product from outside, as customers, staff and administrators see it. */
@NullMarked
package dev.hotdesk.demo;

import org.jspecify.annotations.NullMarked;
