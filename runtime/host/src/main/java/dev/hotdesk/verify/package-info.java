/**
 * Looks at a plugin's jar before any of its code may run, and says in one sentence what is wrong.
 *
 * <p>Front door: {@link dev.hotdesk.verify.JarVerifier}.
 */
@NullMarked
package dev.hotdesk.verify;

import org.jspecify.annotations.NullMarked;
