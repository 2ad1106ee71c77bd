package dev.hotdesk.capability;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.Passage;
import dev.hotdesk.api.PluginContext;
import dev.hotdesk.generation.Capabilities;
import dev.hotdesk.routing.NothingLent;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.verify.Permissions;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.RefusedJarException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A lender on parts in memory, and what it lends. */
final class Lent implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final String PLUGIN = "agent-hours";

  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final MemoryPluginStore store = new MemoryPluginStore();
  final MemoryFunctionDesk desk = new MemoryFunctionDesk();
  final Map<String, String> secrets = new ConcurrentHashMap<>();
  final PluginLogs logs = new PluginLogs(clock);
  final Figures figures = new Figures();
  final OutboundClient client;
  private final Lender lender;
  private int generation;

  Lent(String... privateHosts) {
    client = new OutboundClient(Set.of(privateHosts));
    lender =
        new Lender(
            new Lender.Parts(
                clock,
                store,
                desk,
                (plugin, name) -> Optional.ofNullable(secrets.get(plugin + "/" + name)),
                _ -> new NothingLent(clock).config(),
                client,
                figures,
                logs,
                (question, _) -> List.of(new Passage(question, "Hours", "", Language.EN, 1))));
  }

  /** A new generation of the plugin with these permissions. */
  Capabilities.Loan loan(String permissions) {
    return loan(permissions, "deadline=30s");
  }

  Capabilities.Loan loan(String permissions, String policy) {
    try {
      return lender.lend(jar(permissions, policy), ++generation);
    } catch (RefusedJarException e) {
      throw new AssertionError(e);
    }
  }

  PluginContext context(String permissions) {
    return loan(permissions).context();
  }

  static PluginJar jar(String permissions, String policy) {
    return new PluginJar(
        Path.of("nowhere.jar"),
        "00",
        PLUGIN,
        "1.2.0",
        "",
        "",
        List.of(),
        Permissions.parse(permissions),
        List.of(),
        Policy.parse(policy, Policy.DEFAULT),
        Optional.empty(),
        List.of());
  }

  /** The texts of the plugin's latest lines. */
  List<String> lines() {
    return logs.tail(PLUGIN, 0).stream().map(PluginLogs.Line::text).toList();
  }

  @Override
  public void close() {
    client.close();
  }

  /** Writes down what it is shown. */
  static final class Figures implements OwnFigures {

    final List<String> shown = new CopyOnWriteArrayList<>();

    @Override
    public void count(String plugin, String name, long by) {
      shown.add(plugin + " " + name + " +" + by);
    }

    @Override
    public void gauge(String plugin, String name, double value) {
      shown.add(plugin + " " + name + " =" + value);
    }

    @Override
    public void outbound(String plugin, String host, String outcome, Duration time) {
      shown.add(plugin + " " + host + " " + outcome);
    }

    List<String> all() {
      return new ArrayList<>(shown);
    }
  }
}
