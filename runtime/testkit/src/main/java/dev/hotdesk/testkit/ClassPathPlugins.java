package dev.hotdesk.testkit;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.Passage;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.Lease;
import dev.hotdesk.routing.Plugged;
import dev.hotdesk.routing.Plugins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plugins that are simply objects of the test. An agent swapped in has the id of the one before it,
 * and a version of its own. Used by one thread.
 */
final class ClassPathPlugins implements Plugins {

  private final DirectCall<ErpConnector> erp;
  private final Trouble trouble;
  private final List<Lent> lent;
  private final List<String> ids;
  private final List<Plugged<Adviser>> advisers = new ArrayList<>();
  private final List<Lent> lentToAdvisers = new ArrayList<>();
  private final VirtualClock clock;
  private int swaps;
  private Lease current;

  ClassPathPlugins(List<Agent> agents, ErpConnector erp, Trouble trouble, VirtualClock clock) {
    var files = new JarFiles(erp.getClass());
    this.erp =
        new DirectCall<>(
            files.plugin(), "1.0.0", files, erp, trouble.ofErp(), new Lent(files.plugin(), clock));
    this.trouble = trouble;
    this.clock = clock;
    this.ids = agents.stream().map(agent -> new JarFiles(agent.getClass()).plugin()).toList();
    this.lent = ids.stream().map(id -> new Lent(id, clock)).toList();
    this.current = lease(agents);
  }

  /** What the first of the agents is lent. */
  Lent lent() {
    return lent.getFirst();
  }

  /** Puts a passage into the documents that all are lent. */
  void document(Passage passage) {
    lent.forEach(it -> it.documented(passage));
    lentToAdvisers.forEach(it -> it.documented(passage));
  }

  /** Lets one more advise. */
  void advisedBy(Adviser adviser) {
    var files = new JarFiles(adviser.getClass());
    var lentToIt = new Lent(files.plugin(), clock);
    lentToAdvisers.add(lentToIt);
    advisers.add(
        new DirectCall<>(files.plugin(), "1.0.0", files, adviser, trouble.ofAgents(), lentToIt));
  }

  /** Puts other versions of the agents in their places. */
  void swap(List<Agent> agents) {
    if (agents.size() != ids.size()) {
      throw new IllegalArgumentException(
          "Swapping %d agents for %d; wanted one for each of %s, in this order: name them all"
              .formatted(ids.size(), agents.size(), ids));
    }
    swaps++;
    current = lease(agents);
  }

  private Lease lease(List<Agent> agents) {
    var called = new ArrayList<DirectCall<Agent>>();
    for (var agent : agents) {
      var files = new JarFiles(agent.getClass(), ids.get(called.size()));
      called.add(
          new DirectCall<>(
              files.plugin(),
              "1.0." + swaps,
              files,
              agent,
              trouble.ofAgents(),
              lent.get(called.size())));
    }
    var model = LexicalModel.of(called.stream().map(DirectCall::files).toList());
    return new Table(List.copyOf(called), advisers, erp, model);
  }

  @Override
  public Lease lease() {
    return current;
  }

  private record Table(
      List<DirectCall<Agent>> agents,
      List<Plugged<Adviser>> advisers,
      DirectCall<ErpConnector> connector,
      IntentModel intentModel)
      implements Lease {

    @Override
    public Optional<Plugged<Agent>> agent(String plugin) {
      return agents.stream()
          .filter(agent -> agent.plugin().equals(plugin))
          .findFirst()
          .map(agent -> agent);
    }

    @Override
    public Optional<Plugged<ErpConnector>> erp() {
      return Optional.of(connector);
    }

    @Override
    public Optional<Plugged<ChannelAdapter>> channel(String channel) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
