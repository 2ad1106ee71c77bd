/** Explains the warranty, and collects repairs and fittings for a colleague. */
@NullMarked
package dev.hotdesk.agent.warranty;

import org.jspecify.annotations.NullMarked;
