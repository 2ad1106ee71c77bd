/**
 * Answers questions on returns, exchanges and refunds, and collects what a colleague needs for
 * them.
 */
@NullMarked
package dev.hotdesk.agent.returns;

import org.jspecify.annotations.NullMarked;
