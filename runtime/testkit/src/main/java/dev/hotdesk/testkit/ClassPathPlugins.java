package dev.hotdesk.testkit;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.Plugins;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plugins that are simply objects of the test: nothing is loaded, upgraded or unloaded. */
final class ClassPathPlugins implements Plugins, Lease {

  private final Map<String, DirectCall<Agent>> agents;
  private final DirectCall<ErpConnector> erp;
  private final IntentModel model;

  ClassPathPlugins(List<Agent> agents, ErpConnector erp) {
    this.agents =
        agents.stream()
            .map(ClassPathPlugins::plugged)
            .collect(Collectors.toMap(DirectCall::plugin, Function.identity()));
    this.erp = plugged(erp);
    this.model = LexicalModel.of(this.agents.values().stream().map(DirectCall::files).toList());
  }

  private static <T> DirectCall<T> plugged(T extension) {
    var files = new JarFiles(extension.getClass());
    return new DirectCall<>(files.plugin(), files, extension);
  }

  @Override
  public Lease lease() {
    return this;
  }

  @Override
  public IntentModel intentModel() {
    return model;
  }

  @Override
  public Optional<Plugged<Agent>> agent(String plugin) {
    return Optional.ofNullable(agents.get(plugin));
  }

  @Override
  public Optional<Plugged<ErpConnector>> erp() {
    return Optional.of(erp);
  }

  @Override
  public Optional<Plugged<ChannelAdapter>> channel(String channel) {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
