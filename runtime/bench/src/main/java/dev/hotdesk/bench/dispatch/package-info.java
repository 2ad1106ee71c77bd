/** What JMH measures. */
@NullMarked
package dev.hotdesk.bench.dispatch;

import org.jspecify.annotations.NullMarked;
