/**
 * How the shop's people teach the agents: what they label becomes part of the joint model, once it
 * is shown that nothing gets worse by it.
 *
 * <p>Front door: {@link dev.hotdesk.learning.School}. The port {@link dev.hotdesk.learning.Lessons}
 * is implemented by the server.
 */
@NullMarked
package dev.hotdesk.learning;

import org.jspecify.annotations.NullMarked;
