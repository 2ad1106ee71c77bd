/**
 * Makes code stoppable: checks are woven into a plugin's classes as they are defined, and an order
 * makes them throw. Knows class files and threads, and nothing of plugins.
 */
@NullMarked
package dev.hotdesk.weave;

import org.jspecify.annotations.NullMarked;
