package dev.hotdesk.api;

/**
 * A customer known to the shop.
 *
 * @param id the shop's own id
 * @param name how to address them
 */
public record Customer(String id, String name) {}
