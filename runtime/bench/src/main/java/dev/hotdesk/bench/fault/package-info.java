/** People who chat while servers, engines and lines break under them, and who is told what. */
@NullMarked
package dev.hotdesk.bench.fault;

import org.jspecify.annotations.NullMarked;
