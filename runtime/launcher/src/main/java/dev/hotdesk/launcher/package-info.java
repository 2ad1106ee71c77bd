/** Starts, watches and stops a packaged Hotdesk. Plain JDK, no dependencies. */
@NullMarked
package dev.hotdesk.launcher;

import org.jspecify.annotations.NullMarked;
