package dev.hotdesk.server.store;

import dev.hotdesk.function.Clockwork;
import dev.hotdesk.function.Deliveries;
import dev.hotdesk.server.Postgres;
import dev.hotdesk.testkit.DeliveriesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDeliveriesIT extends DeliveriesContract {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @Override
  protected Deliveries deliveries() {
    return new SqlDeliveries(POSTGRES.database());
  }

  @Override
  protected Clockwork clockwork() {
    return new SqlClockwork(POSTGRES.database());
  }
}
