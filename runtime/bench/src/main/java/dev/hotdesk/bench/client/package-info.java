/**
 * Customers, operators and administrators who speak the protocol as docs/protocol.md has it, and
 * keep books about what they were told.
 */
@NullMarked
package dev.hotdesk.bench.client;

import org.jspecify.annotations.NullMarked;
