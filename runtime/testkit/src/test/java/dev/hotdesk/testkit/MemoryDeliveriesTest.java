package dev.hotdesk.testkit;

import dev.hotdesk.function.Clockwork;
import dev.hotdesk.function.Deliveries;

class MemoryDeliveriesTest extends DeliveriesContract {

  private final MemoryDeliveries deliveries = new MemoryDeliveries();
  private final MemoryClockwork clockwork = new MemoryClockwork(deliveries);

  @Override
  protected Deliveries deliveries() {
    return deliveries;
  }

  @Override
  protected Clockwork clockwork() {
    return clockwork;
  }
}
