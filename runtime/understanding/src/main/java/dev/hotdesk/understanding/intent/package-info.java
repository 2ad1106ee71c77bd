/**
 * Decides what a customer wants: one head per language over the example sentences of all active
 * agents, which is fitted in a moment, knows how sure it is, and says when nobody here can answer.
 */
@NullMarked
package dev.hotdesk.understanding.intent;

import org.jspecify.annotations.NullMarked;
