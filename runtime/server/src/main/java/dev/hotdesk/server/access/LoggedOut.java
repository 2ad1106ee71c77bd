package dev.hotdesk.server.access;

/**
 * Fired as a CDI event when somebody logs out, or may not be here any longer: their account was
 * changed, disabled or removed. Their sockets are to be closed.
 *
 * @param login who
 */
public record LoggedOut(String login) {}
