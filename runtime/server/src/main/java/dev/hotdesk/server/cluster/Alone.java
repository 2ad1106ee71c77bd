package dev.hotdesk.server.cluster;

import dev.hotdesk.conversation.Duty;
import dev.hotdesk.conversation.Signals;
import dev.hotdesk.server.stream.Relay;
import dev.hotdesk.server.workspace.Seats;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The only server of its database. */
final class Alone extends Cluster {

  @Override
  public boolean mayWrite() {
    return false;
  }

  @Override
  public void join() {}

  @Override
  public String node() {
    return "";
  }

  @Override
  public String secret(String name, String proposal) {
    return proposal;
  }

  @Override
  public Duty duty(String work) {
    return Duty.ALWAYS;
  }

  @Override
  public Signals signals(Signals listeners) {
    return listeners;
  }

  @Override
  public void whenGone(Consumer<String> listener) {}

  @Override
  public Set<String> others() {
    return Set.of();
  }

  @Override
  public void open(Executor executor, Here here) {}

  @Override
  public Seats seats() {
    return Seats.HERE_ONLY;
  }

  @Override
  public Relay relay() {
    return Relay.NOBODY;
  }

  @Override
  public void tell(String name) {}

  @Override
  public String fault() {
    return "";
  }

  @Override
  public void resign() {}

  @Override
  public void rejoin() {}

  @Override
  public void close() {}
}
