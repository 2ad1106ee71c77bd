/** Answers out of the retailer's own documents what no agent is sure of. */
@NullMarked
package dev.hotdesk.agent.knowledge;

import org.jspecify.annotations.NullMarked;
