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

  /**
   * The same, with what the shop's people have taught beside it: where both have a sentence, theirs
   * holds. Sentences of intents that no agent owns are passed over.
   */
  default IntentModel train(List<Knowledge> agents, List<Labelled> learned) {
    return train(agents);
  }

  /**
   * What {@link #train(List)} adds to the agents' knowledge of its own accord at this moment: with
   * another answer, training gives another model. What is added is never older than this.
   */
  default String learned() {
    return "";
  }

  /**
   * The sentences that agents want to be understood, whatever is learned: those of {@code
   * golden/<language>.txt}, or else some of their own examples.
   */
  default List<Exam> golden(List<Knowledge> agents) {
    return List.of();
  }

  /**
   * What a model that this trainer made takes these sentences for: the name of an intent, or the
   * empty text for nothing that an agent here could answer; in their order.
   */
  default List<String> answers(IntentModel model, List<Exam> exams) {
    return exams.stream()
        .map(exam -> model.understand(exam.sentence().text(), "", Catalogue.EMPTY))
        .map(it -> it.inScope() ? it.candidates().getFirst().intent().name() : "")
        .toList();
  }

  /** All sentences by which these agents' intents are known. */
  default List<Exam> examples(List<Knowledge> agents) {
    return List.of();
  }

  /** Of these sentences those that are nearest to a text, the nearest first. */
  default List<Near> nearest(List<Exam> examples, String text, int most) {
    return List.of();
  }

  /**
   * A sentence and how near it is.
   *
   * @param nearness 1 for the same
   */
  record Near(Exam example, double nearness) {}
}
