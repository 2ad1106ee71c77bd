/**
 * Finds the particulars in a message: order numbers, amounts, dates, sizes by their form; products
 * and colours by the shop's own words.
 */
@NullMarked
package dev.hotdesk.understanding.slot;

import org.jspecify.annotations.NullMarked;
