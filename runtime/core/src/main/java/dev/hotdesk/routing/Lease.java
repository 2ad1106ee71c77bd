package dev.hotdesk.routing;

import dev.hotdesk.api.Adviser;
import dev.hotdesk.api.Agent;
import dev.hotdesk.api.ChannelAdapter;
import dev.hotdesk.api.ErpConnector;
import dev.hotdesk.api.QueuePriority;
import dev.hotdesk.api.Screening;
import java.util.List;
import java.util.Optional;

/**
 * A claim on the plugins that were active when it was taken: a turn runs wholly within one, so it
 * never sees two versions of a plugin. Close it soon; an upgraded plugin is unloaded only after.
 */
public interface Lease extends AutoCloseable {

  /** The model trained on exactly the agents of this lease. */
  IntentModel intentModel();

  /** The agents of this plugin. */
  Optional<Plugged<Agent>> agent(String plugin);

  /** Who is asked what no agent is sure of, in this order. */
  default List<Plugged<Adviser>> advisers() {
    return List.of();
  }

  /** The active ERP connector. */
  Optional<Plugged<ErpConnector>> erp();

  /** The adapter for this channel. */
  Optional<Plugged<ChannelAdapter>> channel(String channel);

  /** The functions of all plugins; the same list as long as they do not change. */
  default List<BoundFunction> functions() {
    return List.of();
  }

  /** What says whether waiting customers should be served sooner, of all plugins. */
  default List<Plugged<QueuePriority>> priorities() {
    return List.of();
  }

  /** What looks at customers' messages, of all plugins. */
  default List<Plugged<Screening>> screenings() {
    return List.of();
  }

  /**
   * A lease on the candidates that only listen for now: what they answer is never sent. Empty if
   * there are none. To be closed as well.
   */
  default Optional<Lease> shadow() {
    return Optional.empty();
  }

  /**
   * A lease on the candidates that serve a part of what happens, beside what serves the rest. Empty
   * if there are none, and while they only listen. To be closed as well.
   */
  default Optional<Lease> trial() {
    return Optional.empty();
  }

  @Override
  void close();
}
