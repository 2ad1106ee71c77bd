package dev.hotdesk.server.replica;

/**
 * What was read, and where.
 *
 * @param value what was read
 * @param source {@code replica} or {@code primary}
 * @param note why it was not read on the replica though there is one, or empty
 */
public record Read<T>(T value, String source, String note) {}
