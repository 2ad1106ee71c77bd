package dev.hotdesk.bench.runaway;

import dev.hotdesk.api.Agent;
import dev.hotdesk.api.Author;
import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.api.Reply;
import dev.hotdesk.api.Turn;
import dev.hotdesk.api.Understanding;
import dev.hotdesk.bench.bare.NoUnderstanding;
import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.execution.PluginHealth;
import dev.hotdesk.generation.Capabilities;
import dev.hotdesk.generation.HostSettings;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.generation.PluginStatus;
import dev.hotdesk.generation.PluginWatch;
import dev.hotdesk.routing.LentToAgent;
import dev.hotdesk.routing.Plugged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A plugin host with the bounds that a shop has. */
public final class Ward implements AutoCloseable {

  private final PluginHost host;

  /** Opens a host over these folders. */
  public Ward(Path plugins, Path store) {
    host =
        new PluginHost(
            plugins,
            store,
            new NoUnderstanding(),
            HostSettings.DEFAULT,
            Capabilities.NONE,
            PluginWatch.NONE);
    host.start();
  }

  /** Whether this plugin serves. */
  public boolean serves(String plugin, String version) {
    try (var lease = host.lease()) {
      return lease.agent(plugin).filter(it -> it.version().equals(version)).isPresent();
    }
  }

  /** Why a file was refused, or empty. */
  public String reason(String file) {
    return host.drops().stream()
        .filter(it -> it.file().equals(file))
        .map(DropStatus::reason)
        .findFirst()
        .orElse("");
  }

  /** Whether each file in the folder serves or is refused. */
  public boolean isSettled() {
    return host.isConverged()
        && host.drops().stream().noneMatch(it -> it.state() == DropStatus.State.LOADING);
  }

  /** Asks an agent, within a lease, as a turn does. */
  public String ask(String plugin, Duration deadline) {
    try (var lease = host.lease()) {
      Plugged<Agent> agent = lease.agent(plugin).orElseThrow();
      var context = LentToAgent.withoutShop(agent, Language.EN);
      var turn =
          new Turn(
              "c1",
              "hi",
              new Understanding(Language.EN, new Intent("hello"), 1, Map.of()),
              List.of(new Turn.Line(Author.CUSTOMER, "hi")));
      var reply = agent.call("respond", deadline, it -> it.respond(turn, context));
      return reply instanceof Reply.Say say ? say.text() : reply.toString();
    }
  }

  /** The class loader of an agent. */
  public ClassLoader loader(String plugin) {
    try (var lease = host.lease()) {
      return lease
          .agent(plugin)
          .orElseThrow()
          .call("loader", Duration.ofSeconds(10), it -> it.getClass().getClassLoader());
    }
  }

  /** How the newest generation of a plugin fares. */
  public PluginHealth health(String plugin) {
    return host.plugins().stream()
        .filter(it -> it.id().equals(plugin))
        .reduce((_, last) -> last)
        .map(PluginStatus::health)
        .orElseThrow();
  }

  @Override
  public void close() {
    host.close();
  }
}
