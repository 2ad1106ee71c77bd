/**
 * What the runtime says about plugins, in Chinese and in English: {@link
 * dev.hotdesk.wording.Wording} has every sentence, with a code that stays when the words change.
 */
@NullMarked
package dev.hotdesk.wording;

import org.jspecify.annotations.NullMarked;
