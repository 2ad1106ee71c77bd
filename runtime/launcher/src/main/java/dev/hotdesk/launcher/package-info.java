/** Starts, watches and stops a packaged Hotdesk. Plain JDK. */
@NullMarked
package dev.hotdesk.launcher;

import org.jspecify.annotations.NullMarked;
