/**
 * Understands customers on the shop's own machine. The front door is {@link
 * dev.hotdesk.understanding.LocalTrainer}: it opens the models once and makes an immutable model
 * for each set of active agents.
 */
@NullMarked
package dev.hotdesk.understanding;

import org.jspecify.annotations.NullMarked;
