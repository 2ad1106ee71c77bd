package dev.hotdesk.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A parcel on its way to a customer.
 *
 * @param carrier who carries it
 * @param trackingNumber the carrier's number
 * @param shipped when it was handed over
 * @param place where it was last seen
 * @param seen when it was last seen
 * @param due the day it is expected, if the carrier says so
 */
public record Shipment(
    Text carrier,
    String trackingNumber,
    Instant shipped,
    Text place,
    Instant seen,
    Optional<LocalDate> due) {}
