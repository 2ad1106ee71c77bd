/**
 * Who gets whom, in the running house: what admins have set about groups, skills and rules; the
 * queue as it is at this moment; and who is given the next customer.
 *
 * <p>Front door: {@link dev.hotdesk.server.assignment.Assigner}. The rules themselves are pure and
 * live in {@code dev.hotdesk.assignment}; the queue is made anew from the desk each time.
 */
@NullMarked
package dev.hotdesk.server.assignment;

import org.jspecify.annotations.NullMarked;
