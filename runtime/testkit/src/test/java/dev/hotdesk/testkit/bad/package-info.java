/** Agents that break a promise each. */
@NullMarked
package dev.hotdesk.testkit.bad;

import org.jspecify.annotations.NullMarked;
