/** Explains accounts, membership and points. */
@NullMarked
package dev.hotdesk.agent.accounts;

import org.jspecify.annotations.NullMarked;
