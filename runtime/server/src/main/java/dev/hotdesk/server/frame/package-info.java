/** JSON, as it goes over the wire and into the log. The only package that picks a JSON library. */
@NullMarked
package dev.hotdesk.server.frame;

import org.jspecify.annotations.NullMarked;
