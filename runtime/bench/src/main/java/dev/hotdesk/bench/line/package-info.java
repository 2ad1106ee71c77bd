/** Lines between processes that break as real ones do. */
@NullMarked
package dev.hotdesk.bench.line;

import org.jspecify.annotations.NullMarked;
