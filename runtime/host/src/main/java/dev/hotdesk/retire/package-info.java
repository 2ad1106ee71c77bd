/**
 * What a plugin leaves behind when it goes: it is cleaned where that can be done soundly, and named
 * in any case.
 */
@NullMarked
package dev.hotdesk.retire;

import org.jspecify.annotations.NullMarked;
