/** Says how one can pay, and helps when a payment goes wrong. */
@NullMarked
package dev.hotdesk.agent.payments;

import org.jspecify.annotations.NullMarked;
