/**
 * What plugins keep, how they are set and what they tell, behind the ports of {@code
 * dev.hotdesk.capability}; and the desk at which admins see and change it.
 */
@NullMarked
package dev.hotdesk.server.plugins;

import org.jspecify.annotations.NullMarked;
