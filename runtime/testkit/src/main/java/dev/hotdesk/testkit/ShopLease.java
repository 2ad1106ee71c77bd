package dev.hotdesk.testkit;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugged;
import java.util.List;
import java.util.Optional;

/** What serves, with the test's shop in the place of a connector. */
record ShopLease(Lease lease, Plugged<ErpConnector> shop) implements Lease {

  @Override
  public IntentModel intentModel() {
    return lease.intentModel();
  }

  @Override
  public Optional<Plugged<Agent>> agent(String plugin) {
    return lease.agent(plugin);
  }

  @Override
  public List<Plugged<Adviser>> advisers() {
    return lease.advisers();
  }

  @Override
  public Optional<Plugged<ErpConnector>> erp() {
    return Optional.of(shop);
  }

  @Override
  public Optional<Plugged<ChannelAdapter>> channel(String channel) {
    return lease.channel(channel);
  }

  @Override
  public void close() {
    lease.close();
  }
}
