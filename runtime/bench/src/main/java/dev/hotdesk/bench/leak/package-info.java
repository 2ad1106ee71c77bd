/** Plugins that do not clean up behind themselves, and a plugin host to try them on. */
@NullMarked
package dev.hotdesk.bench.leak;

import org.jspecify.annotations.NullMarked;
