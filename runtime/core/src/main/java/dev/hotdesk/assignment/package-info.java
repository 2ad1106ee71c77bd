/**
 * Who gets whom: waiting customers, operators and the house's rules in, assignments with their
 * reasons out. Pure functions over immutable values: no clock, no I/O, no logging.
 *
 * <p>Front doors: {@link dev.hotdesk.assignment.Queue} puts the waiting customers in order, {@link
 * dev.hotdesk.assignment.Allotment} gives them to operators. The queue is a view of the sessions
 * that wait, made anew each time, and kept nowhere.
 */
@NullMarked
package dev.hotdesk.assignment;

import org.jspecify.annotations.NullMarked;
