/**
 * How a new version of a plugin comes to serve: which part of the conversations it gets, what makes
 * it go further or back, and what an admin may decide about it.
 *
 * <p>Front door: {@link dev.hotdesk.rollout.RolloutDesk}.
 */
@NullMarked
package dev.hotdesk.rollout;

import org.jspecify.annotations.NullMarked;
