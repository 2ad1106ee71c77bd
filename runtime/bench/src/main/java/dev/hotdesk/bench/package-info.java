/** Everything that measures; not shipped. */
@NullMarked
package dev.hotdesk.bench;

import org.jspecify.annotations.NullMarked;
