/** What admins see and do: plugins, accounts, the state of the house, and the trail of all acts. */
@NullMarked
package dev.hotdesk.server.admin;

import org.jspecify.annotations.NullMarked;
