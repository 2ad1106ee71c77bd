/** Sentences as vectors. */
@NullMarked
package dev.hotdesk.encoder;

import org.jspecify.annotations.NullMarked;
