package dev.hotdesk.api;

/**
 * A customer known to the shop.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * new Customer("C-1001", "Lin")
 * }</pre>
 *
 * @param id the shop's own id
 * @param name how to address them
 */
public record Customer(String id, String name) {}
