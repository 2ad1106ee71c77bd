/**
 * Turns a sentence into a vector on this machine's own processor: one encoder for Chinese and one
 * for English, run by DJL on ONNX Runtime. Nothing here ever talks to another machine.
 */
@NullMarked
package dev.hotdesk.understanding.encoder;

import org.jspecify.annotations.NullMarked;
