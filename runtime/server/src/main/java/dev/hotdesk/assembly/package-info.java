/** The one place where the whole house is put together. */
@NullMarked
package dev.hotdesk.assembly;

import org.jspecify.annotations.NullMarked;
