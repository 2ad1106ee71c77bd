/** The opening hours that admins set, in the database. */
@NullMarked
package dev.hotdesk.server.hours;

import org.jspecify.annotations.NullMarked;
