package dev.hotdesk.generation;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Screening;
import dev.hotdesk.routing.BoundFunction;
import dev.hotdesk.routing.Plugged;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Generations that serve together, with the model trained on exactly their agents. Where two
 * plugins bring the same channel or an ERP connector, the one dropped last serves. Immutable.
 */
final class Arm {

  private final List<Generation> generations;
  private final TrainedModel model;
  private final Map<String, Plugged<Agent>> agents = new HashMap<>();
  private final Map<String, Plugged<ChannelAdapter>> channels = new HashMap<>();
  private final List<Plugged<Adviser>> advisers;
  private final Optional<Plugged<ErpConnector>> erp;
  private final List<BoundFunction> functions;
  private final List<Plugged<QueuePriority>> priorities;
  private final List<Plugged<Screening>> screenings;

  Arm(List<Generation> generations, TrainedModel model) {
    this.generations =
        generations.stream()
            .sorted(
                Comparator.comparing((Generation generation) -> generation.drop().modified())
                    .thenComparing(generation -> generation.jar().id())
                    .reversed())
            .toList();
    this.model = model;
    for (var generation : this.generations) {
      var extensions = generation.extensions();
      extensions.agent().ifPresent(agent -> agents.put(agent.plugin(), agent));
      extensions.channels().forEach(channels::putIfAbsent);
    }
    this.advisers =
        this.generations.stream().flatMap(each -> each.extensions().adviser().stream()).toList();
    this.erp =
        this.generations.stream().flatMap(each -> each.extensions().erp().stream()).findFirst();
    this.functions =
        this.generations.stream().flatMap(each -> each.extensions().functions().stream()).toList();
    this.priorities =
        this.generations.stream().flatMap(each -> each.extensions().priority().stream()).toList();
    this.screenings =
        this.generations.stream().flatMap(each -> each.extensions().screening().stream()).toList();
  }

  List<Generation> generations() {
    return generations;
  }

  TrainedModel model() {
    return model;
  }

  Optional<Plugged<Agent>> agent(String plugin) {
    return Optional.ofNullable(agents.get(plugin));
  }

  List<Plugged<Adviser>> advisers() {
    return advisers;
  }

  Optional<Plugged<ErpConnector>> erp() {
    return erp;
  }

  Optional<Plugged<ChannelAdapter>> channel(String channel) {
    return Optional.ofNullable(channels.get(channel));
  }

  List<BoundFunction> functions() {
    return functions;
  }

  List<Plugged<QueuePriority>> priorities() {
    return priorities;
  }

  List<Plugged<Screening>> screenings() {
    return screenings;
  }

  /** The generation of this plugin. */
  Optional<Generation> of(String plugin) {
    return generations.stream().filter(each -> each.jar().id().equals(plugin)).findFirst();
  }
}
