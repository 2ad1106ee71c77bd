package dev.hotdesk.api;

/**
 * How much of one unit can be sold now.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * new Stock(unit, 12)
 * }</pre>
 *
 * @param unit which
 * @param available pieces, 0 or more
 */
public record Stock(Product.Unit unit, int available) {}
