package dev.hotdesk.generation;

import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.ModelUnavailableException;
import dev.hotdesk.routing.Understood;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A language model, shared by the routing tables that have the same agents; closed once the last of
 * them is gone. Counted by the control thread only.
 */
final class TrainedModel {

  private static final Logger LOG = LoggerFactory.getLogger(TrainedModel.class);

  private final List<String> agents;
  private final String learned;
  private final IntentModel model;
  private final boolean isAvailable;
  private int tables;

  private TrainedModel(
      List<String> agents, String learned, IntentModel model, boolean isAvailable) {
    this.agents = List.copyOf(agents);
    this.learned = learned;
    this.model = model;
    this.isAvailable = isAvailable;
  }

  /** A model trained on the jars with these hashes, and on what was learned beside them. */
  static TrainedModel of(List<String> agents, String learned, IntentModel model) {
    return new TrainedModel(agents, learned, model, true);
  }

  /** Stands in while there is none: every customer is brought to a person. */
  static TrainedModel unavailable(List<String> agents, String reason) {
    return new TrainedModel(agents, "", new Unavailable(reason), false);
  }

  IntentModel model() {
    return model;
  }

  boolean isAvailable() {
    return isAvailable;
  }

  /** Whether it was trained on these jars. */
  boolean isOf(List<String> others) {
    return isAvailable && agents.equals(others);
  }

  /** Whether it was trained on the same jars as the other. */
  boolean hasAgentsOf(TrainedModel other) {
    return agents.equals(other.agents);
  }

  /** Whether something else has been learned since it was trained. */
  boolean isBehind(String learned) {
    return isAvailable && !this.learned.equals(learned);
  }

  void claim() {
    tables++;
  }

  void release() {
    tables--;
    if (tables == 0) {
      try {
        model.close();
      } catch (RuntimeException | LinkageError e) {
        LOG.warn("A language model did not close cleanly", e);
      }
    }
  }

  private record Unavailable(String reason) implements IntentModel {

    @Override
    public Understood understand(String text, String asked, Catalogue catalogue) {
      throw new ModelUnavailableException(reason);
    }

    @Override
    public void close() {}
  }
}
