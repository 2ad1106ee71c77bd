/**
 * Runs the code of plugins: on bounded threads of their own, with a deadline, stopped if they run
 * on, and counted. Whatever a plugin does comes back as a value or as a fault. Knows nothing of
 * versions. The front door is {@link dev.hotdesk.execution.CallPool}.
 */
@NullMarked
package dev.hotdesk.execution;

import org.jspecify.annotations.NullMarked;
