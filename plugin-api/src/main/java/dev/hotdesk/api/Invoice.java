package dev.hotdesk.api;

import java.time.LocalDate;

/**
 * An invoice of an order.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * new Invoice("I-17", LocalDate.of(2026, 11, 23), Money.of("399.00", "CNY"))
 * }</pre>
 *
 * @param number the invoice's own number
 * @param issued the day of issue
 * @param total the amount invoiced
 */
public record Invoice(String number, LocalDate issued, Money total) {}
