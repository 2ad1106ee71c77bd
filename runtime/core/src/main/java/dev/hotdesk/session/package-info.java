/**
 * The rules of a session: who serves the customer, and what each event changes. Pure functions over
 * immutable values: no clock but the time they are given, no I/O, no logging, no plugins.
 *
 * <p>Front door: {@link dev.hotdesk.session.SessionMachine#step}.
 */
@NullMarked
package dev.hotdesk.session;

import org.jspecify.annotations.NullMarked;
