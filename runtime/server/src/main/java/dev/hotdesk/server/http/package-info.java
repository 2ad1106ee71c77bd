/**
 * How Hotdesk speaks HTTP: where REST begins, how faults are told, and what browsers are allowed.
 */
@NullMarked
package dev.hotdesk.server.http;

import org.jspecify.annotations.NullMarked;
