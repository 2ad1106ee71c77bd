/**
 * Tags the words of a sentence: a linear-chain conditional random field over what the encoder makes
 * of each word and over the words themselves.
 */
@NullMarked
package dev.hotdesk.understanding.tagger;

import org.jspecify.annotations.NullMarked;
