package dev.hotdesk.routing;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.PluginContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A lease under which plugins are lent nothing by which they could change anything. */
record ShadowLease(Lease lease) implements Lease {

  @Override
  public IntentModel intentModel() {
    return lease.intentModel();
  }

  @Override
  public Optional<Plugged<Agent>> agent(String plugin) {
    return lease.agent(plugin).map(Muted::of);
  }

  @Override
  public List<Plugged<Adviser>> advisers() {
    return lease.advisers().stream().<Plugged<Adviser>>map(Muted::of).toList();
  }

  @Override
  public Optional<Plugged<ErpConnector>> erp() {
    return lease.erp().map(Muted::of);
  }

  @Override
  public Optional<Plugged<ChannelAdapter>> channel(String channel) {
    return Optional.empty();
  }

  @Override
  public void close() {
    lease.close();
  }

  /** An extension with another context. */
  private record Muted<T>(Plugged<T> plugged, PluginContext context) implements Plugged<T> {

    static <T> Plugged<T> of(Plugged<T> plugged) {
      return new Muted<>(plugged, new ShadowContext(plugged.context()));
    }

    @Override
    public String plugin() {
      return plugged.plugin();
    }

    @Override
    public String version() {
      return plugged.version();
    }

    @Override
    public Map<String, String> texts(Language language) {
      return plugged.texts(language);
    }

    @Override
    public boolean allows(String permission) {
      return plugged.allows(permission);
    }

    @Override
    public String masked(String text) {
      return plugged.masked(text);
    }

    @Override
    public Policy policy() {
      return plugged.policy();
    }

    @Override
    public <R> R call(String what, Duration deadline, Function<? super T, ? extends R> work) {
      return plugged.call(what, deadline, work);
    }
  }
}
