package dev.hotdesk.function;

/**
 * An occasion that is being handed to its function.
 *
 * @param id where it is kept
 * @param occasion what happened
 * @param attempt this one, from 1
 * @param claim grows with each claim: whoever has an older one has lost the delivery to another
 */
public record Delivery(long id, Occasion occasion, int attempt, long claim) {}
