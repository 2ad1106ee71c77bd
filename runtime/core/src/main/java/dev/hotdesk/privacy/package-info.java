/**
 * Takes out of customers' words what tells who they are, before the words are learned from or
 * logged.
 *
 * <p>Front door: {@link dev.hotdesk.privacy.Masker#masked}.
 */
@NullMarked
package dev.hotdesk.privacy;

import org.jspecify.annotations.NullMarked;
