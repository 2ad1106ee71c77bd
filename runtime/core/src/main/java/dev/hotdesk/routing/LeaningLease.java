package dev.hotdesk.routing;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import java.util.List;
import java.util.Optional;

/** A lease with another model. Closing it is for whoever took the lease. */
record LeaningLease(Lease lease, IntentModel intentModel) implements Lease {

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
    return lease.erp();
  }

  @Override
  public Optional<Plugged<ChannelAdapter>> channel(String channel) {
    return lease.channel(channel);
  }

  @Override
  public void close() {}
}
