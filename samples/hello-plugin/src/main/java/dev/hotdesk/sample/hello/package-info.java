/** The smallest useful plugin: copy me. */
@NullMarked
package dev.hotdesk.sample.hello;

import org.jspecify.annotations.NullMarked;
