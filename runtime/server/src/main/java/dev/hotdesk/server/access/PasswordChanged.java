package dev.hotdesk.server.access;

/**
 * Fired as a CDI event when somebody has changed their own password: they have not left, but the
 * sockets that their other log-ins opened are to be closed.
 *
 * @param login who
 */
public record PasswordChanged(String login) {}
