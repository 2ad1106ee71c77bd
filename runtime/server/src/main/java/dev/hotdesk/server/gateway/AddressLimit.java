package dev.hotdesk.server.gateway;

import dev.hotdesk.server.http.Neighbourhood;
import dev.hotdesk.server.stream.Allowances;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How often one line of the network may ask for something. */
public final class AddressLimit {

  private final Allowances allowances;

  /** So many in a span. */
  public AddressLimit(int most, Duration span, LongSupplier nanos) {
    allowances = new Allowances(most, span, nanos);
  }

  /** Zero if this address may; else how long it has to wait. */
  public Duration take(String address) {
    return allowances.take(Neighbourhood.of(address));
  }
}
