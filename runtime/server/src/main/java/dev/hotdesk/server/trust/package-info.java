/**
 * Whose plugins this shop runs, as its admins said.
 *
 * <p>Front door: {@link dev.hotdesk.server.trust.TrustTable}.
 */
@NullMarked
package dev.hotdesk.server.trust;

import org.jspecify.annotations.NullMarked;
