/** The pure rules of a session. */
@NullMarked
package dev.hotdesk.session;

import org.jspecify.annotations.NullMarked;
