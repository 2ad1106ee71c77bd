/** What the tests of all modules have in common. */
@NullMarked
package dev.hotdesk.unhurried;

import org.jspecify.annotations.NullMarked;
