package dev.hotdesk.learning;

import dev.hotdesk.routing.Exam;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Labelled;
import java.util.List;
import java.util.function.Supplier;

/** Trains on agents' knowledge and on what was taught beside it. */
public final class TaughtTrainer implements IntentTrainer {

  private final IntentTrainer trainer;
  private final Supplier<Curriculum> curriculum;
  private final Runnable trained;

  /**
   * Trains with this one.
   *
   * @param trained is told that there may be other agents soon; must not block
   */
  public TaughtTrainer(IntentTrainer trainer, Supplier<Curriculum> curriculum, Runnable trained) {
    this.trainer = trainer;
    this.curriculum = curriculum;
    this.trained = trained;
  }

  @Override
  public IntentModel train(List<Knowledge> agents) {
    try {
      return trainer.train(agents, curriculum.get().sentences());
    } finally {
      trained.run();
    }
  }

  @Override
  public IntentModel train(List<Knowledge> agents, List<Labelled> learned) {
    return trainer.train(agents, learned);
  }

  @Override
  public String learned() {
    return curriculum.get().name();
  }

  @Override
  public List<Exam> golden(List<Knowledge> agents) {
    return trainer.golden(agents);
  }

  @Override
  public List<String> answers(IntentModel model, List<Exam> exams) {
    return trainer.answers(model, exams);
  }
}
