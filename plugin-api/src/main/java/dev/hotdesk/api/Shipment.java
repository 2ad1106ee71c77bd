package dev.hotdesk.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A parcel on its way to a customer.
 *
 * <p>Immutable; made by ERP connectors.
 *
 * <pre>{@code
 * new Shipment(new Text("顺丰速运", "SF Express"), "SF100", shipped, place, seen, Optional.empty())
 * }</pre>
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
