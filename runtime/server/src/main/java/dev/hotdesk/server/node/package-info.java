/**
 * The servers as an admin sees them: how each is, and whether it is to be emptied, from whichever
 * of them one asks.
 *
 * <p>Front door: {@link dev.hotdesk.server.node.Nodes}.
 */
@NullMarked
package dev.hotdesk.server.node;

import org.jspecify.annotations.NullMarked;
