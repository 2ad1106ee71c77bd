/** One command that runs Hotdesk with a small shop. */
@NullMarked
package dev.hotdesk.demo;

import org.jspecify.annotations.NullMarked;
