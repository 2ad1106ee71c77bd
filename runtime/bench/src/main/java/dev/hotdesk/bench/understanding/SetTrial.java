package dev.hotdesk.bench.understanding;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.ColdStartWatch;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.inference.Sleepers;
import dev.hotdesk.understanding.intent.Example;
import dev.hotdesk.understanding.intent.HeadTrainer;
import dev.hotdesk.understanding.intent.IntentHead;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One set on the engine that ships: its sentences are an agent's, as the engine sees it. */
final class SetTrial {

  private static final Intent FOREIGN = new Intent("out_of_scope");
  private static final Language LANGUAGE = Language.EN;

  private final Encoders encoders;
  private final HeadTrainer trainer;
  private final Map<String, float[]> vectors = new HashMap<>();

  /** A trial that keeps the vectors of sentences to fit to in this folder. */
  SetTrial(Encoders encoders, LabelledSet set, Path vectors) {
    this.encoders = encoders;
    this.trainer =
        new HeadTrainer(
            encoders,
            vectors.resolve(set.name()),
            set.foreign().stream()
                .map(sentence -> new Example(FOREIGN, LANGUAGE, sentence.text()))
                .toList(),
            new Sleepers(System::nanoTime, ColdStartWatch.NONE));
  }

  /** Fits a head to some sentences; its user closes it. */
  Fitted fit(List<Labelled> sentences) {
    var agent = new LabelledAgent(sentences);
    var began = System.nanoTime();
    var head = trainer.train(List.of(agent));
    return new Fitted(agent, head, (System.nanoTime() - began) / 1e9);
  }

  /** A head with the agent it was fitted for, and how long fitting took. */
  final class Fitted implements AutoCloseable {

    private final LabelledAgent agent;
    private final IntentHead head;
    private final double seconds;

    private Fitted(LabelledAgent agent, IntentHead head, double seconds) {
      this.agent = agent;
      this.head = head;
      this.seconds = seconds;
    }

    double seconds() {
      return seconds;
    }

    List<Answer> ask(List<Labelled> sentences) {
      return sentences.stream().map(this::ask).toList();
    }

    private Answer ask(Labelled sentence) {
      var vector = vectors.computeIfAbsent(sentence.text(), encoders.encoder(LANGUAGE)::encode);
      var reading = head.read(Map.of(LANGUAGE, vector));
      var first = reading.candidates().getFirst();
      return new Answer(
          sentence.label(),
          agent.label(first.intent()),
          first.probability(),
          reading.score(),
          reading.inScope());
    }

    @Override
    public void close() {
      head.close();
    }
  }
}
