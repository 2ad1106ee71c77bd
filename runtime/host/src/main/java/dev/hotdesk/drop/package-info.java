/**
 * The folder into which plugins are dropped: what lies there, when a copy is finished, and the note
 * beside each jar that tells what became of it.
 *
 * <p>Front door: {@link dev.hotdesk.drop.DropFolder}. Everything but {@link
 * dev.hotdesk.drop.FolderHint} is used by one thread at a time.
 */
@NullMarked
package dev.hotdesk.drop;

import org.jspecify.annotations.NullMarked;
