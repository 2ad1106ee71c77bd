/** Warns of floods, repeated messages, foreign links and words of fraud. */
@NullMarked
package dev.hotdesk.screening.repeats;

import org.jspecify.annotations.NullMarked;
