/** A tool for authors of plugins: makes an agent's own model when its plugin is built. */
@NullMarked
package dev.hotdesk.understanding.train;

import org.jspecify.annotations.NullMarked;
