/**
 * The retailer's own documents: read from a folder, taken to pieces, and found by meaning and by
 * words. Front door: {@link dev.hotdesk.understanding.document.Library}.
 */
@NullMarked
package dev.hotdesk.understanding.document;

import org.jspecify.annotations.NullMarked;
