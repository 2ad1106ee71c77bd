package dev.hotdesk.routing;

import java.util.List;

/** Makes a model that understands customers on the matters of a set of agents. */
public interface IntentTrainer {

  /**
   * Trains one joint model over the knowledge of all these agents. Deterministic; takes up to some
   * seconds; several may not run at once.
   *
   * @throws KnowledgeException if one agent's knowledge is unusable
   * @throws ModelUnavailableException if the host's own models cannot be loaded
   */
  IntentModel train(List<Knowledge> agents);
}
