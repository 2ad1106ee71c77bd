package dev.hotdesk.api;

import java.time.LocalDate;

/**
 * An invoice of an order.
 *
 * @param number the invoice's own number
 * @param issued the day of issue
 * @param total the amount invoiced
 */
public record Invoice(String number, LocalDate issued, Money total) {}
