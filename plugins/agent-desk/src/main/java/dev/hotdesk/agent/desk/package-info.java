/** Greets, thanks, and hands over to an operator. */
@NullMarked
package dev.hotdesk.agent.desk;

import org.jspecify.annotations.NullMarked;
