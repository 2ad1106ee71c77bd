/** Translates the chat widget's frames. */
@NullMarked
package dev.hotdesk.channel.web;

import org.jspecify.annotations.NullMarked;
