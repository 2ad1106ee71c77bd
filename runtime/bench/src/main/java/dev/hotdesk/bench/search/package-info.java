/** What is said in a shop, by the million, and what is looked for in it. */
@NullMarked
package dev.hotdesk.bench.search;

import org.jspecify.annotations.NullMarked;
