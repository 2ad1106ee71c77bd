/**
 * When shops are open: computed from the clock each time that it is asked, never stored by a job.
 *
 * <p>Front door: {@link dev.hotdesk.hours.OpeningHours}.
 */
@NullMarked
package dev.hotdesk.hours;

import org.jspecify.annotations.NullMarked;
