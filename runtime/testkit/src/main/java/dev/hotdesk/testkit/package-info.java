/** Talks to a plugin as a customer would, on the real core. */
@NullMarked
package dev.hotdesk.testkit;

import org.jspecify.annotations.NullMarked;
