package dev.hotdesk.api;

/**
 * How much of one unit can be sold now.
 *
 * @param unit which
 * @param available pieces, 0 or more
 */
public record Stock(Product.Unit unit, int available) {}
