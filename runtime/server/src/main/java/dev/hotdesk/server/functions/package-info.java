/**
 * The outer doors of plugins' functions: requests under a plugin's own prefix, and the desk where
 * admins deal with dead letters.
 */
@NullMarked
package dev.hotdesk.server.functions;

import org.jspecify.annotations.NullMarked;
