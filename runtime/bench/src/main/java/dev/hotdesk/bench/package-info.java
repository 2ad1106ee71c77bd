/** Measures a packaged Hotdesk from outside, and says whether it kept its promises. */
@NullMarked
package dev.hotdesk.bench;

import org.jspecify.annotations.NullMarked;
