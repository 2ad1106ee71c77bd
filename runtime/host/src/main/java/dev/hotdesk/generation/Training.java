package dev.hotdesk.generation;

import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.routing.ModelUnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets the language model for a set of generations. Control thread only. */
final class Training {

  private static final Logger LOG = LoggerFactory.getLogger(Training.class);

  private final IntentTrainer trainer;
  private final Duration retry;
  private final ControlThread control;
  private long triedAt;
  private @Nullable String inVain;

  /** While it trains, what is urgent is done on the control thread. */
  Training(IntentTrainer trainer, Duration retry, ControlThread control) {
    this.trainer = trainer;
    this.retry = retry;
    this.control = control;
  }

  /** Whether it is time to try again for a model that was not to be had. */
  boolean isDue(TrainedModel current) {
    return !current.isAvailable() && System.nanoTime() - triedAt >= retry.toNanos();
  }

  /** Whether something was learned that these do not know. */
  boolean isBehind(RoutingTable table) {
    var learned = trainer.learned();
    return !learned.equals(inVain)
        && table.models().stream().anyMatch(model -> model.isBehind(learned));
  }

  /**
   * A model trained on exactly the agents among these; one at hand if it is that. One that refuses
   * every message if the host's own models cannot be used.
   *
   * @param atHand models that are in use or kept, the one that serves first
   * @throws KnowledgeException if one plugin's knowledge is unusable; names no plugin if training
   *     failed in a way that it should not
   */
  TrainedModel on(Collection<Generation> generations, List<TrainedModel> atHand) {
    var agents = agents(generations);
    var hashes = hashes(agents);
    // Asked before training: what is learned meanwhile makes the model behind, and is seen later.
    var learned = trainer.learned();
    var ready = ready(generations, atHand.stream().filter(it -> !it.isBehind(learned)).toList());
    if (ready.isPresent()) {
      return ready.get();
    }
    var before = ready(generations, atHand);
    if (before.isPresent()) {
      return relearned(agents, learned, before.get());
    }
    try {
      triedAt = System.nanoTime();
      var knowledge = agents.stream().map(Training::knowledge).toList();
      return TrainedModel.of(hashes, learned, train(knowledge));
    } catch (KnowledgeException e) {
      throw e;
    } catch (ModelUnavailableException e) {
      LOG.error("Customers cannot be understood: {}", e.getMessage());
      return TrainedModel.unavailable(hashes, String.valueOf(e.getMessage()));
    } catch (Throwable e) {
      LOG.error("Training failed", e);
      var reason = "training failed with " + e;
      if (atHand.getFirst().isAvailable()) {
        // What served can be understood; so whatever is new broke it.
        throw new KnowledgeException("", reason, e);
      }
      return TrainedModel.unavailable(hashes, reason);
    }
  }

  /** What these agents can do already, they can do if what was learned is of no use. */
  private TrainedModel relearned(List<Generation> agents, String learned, TrainedModel before) {
    try {
      var knowledge = agents.stream().map(Training::knowledge).toList();
      return TrainedModel.of(hashes(agents), learned, train(knowledge));
    } catch (Throwable e) {
      LOG.error("What was learned cannot be trained on; the model of before goes on", e);
      inVain = learned;
      return before;
    }
  }

  private IntentModel train(List<Knowledge> knowledge) throws Throwable {
    try {
      return control.patiently(() -> trainer.train(knowledge));
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  /**
   * Of the models at hand one trained on the agents among these, whatever was learned since: going
   * back waits for no training.
   */
  static Optional<TrainedModel> ready(
      Collection<Generation> generations, List<TrainedModel> atHand) {
    var hashes = hashes(agents(generations));
    return atHand.stream().filter(model -> model.isOf(hashes)).findFirst();
  }

  /** What the agents among these know. */
  static List<Knowledge> knowledge(Collection<Generation> generations) {
    return agents(generations).stream().map(Training::knowledge).toList();
  }

  private static List<Generation> agents(Collection<Generation> generations) {
    return generations.stream()
        .filter(generation -> generation.extensions().agent().isPresent())
        .sorted(Comparator.comparing(generation -> generation.jar().id()))
        .toList();
  }

  private static List<String> hashes(List<Generation> agents) {
    return agents.stream().map(Generation::jar).map(jar -> jar.id() + " " + jar.sha256()).toList();
  }

  private static Knowledge knowledge(Generation generation) {
    return new JarKnowledge(
        generation.jar(), generation.extensions().agent().orElseThrow().policy());
  }
}
