package dev.hotdesk.server.access;

/**
 * Somebody who is logged in.
 *
 * @param account who
 * @param csrf what a request that changes something must repeat in {@code X-Hotdesk-CSRF}
 */
public record Login(Account account, String csrf) {}
