/** Runs ONNX networks: the only package that knows the inference engine. It never calls home. */
@NullMarked
package dev.hotdesk.understanding.inference;

import org.jspecify.annotations.NullMarked;
