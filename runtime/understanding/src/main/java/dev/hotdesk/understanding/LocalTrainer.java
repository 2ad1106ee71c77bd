package dev.hotdesk.understanding;

import dev.hotdesk.api.Language;
import dev.hotdesk.learning.Clusters.Place;
import dev.hotdesk.routing.ColdStartWatch;
import dev.hotdesk.routing.Exam;
import dev.hotdesk.routing.IntentModel;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.encoder.ModelFiles;
import dev.hotdesk.understanding.encoder.Script;
import dev.hotdesk.understanding.inference.Sleepers;
import dev.hotdesk.understanding.intent.Example;
import dev.hotdesk.understanding.intent.ExamplesFile;
import dev.hotdesk.understanding.intent.HeadTrainer;
import dev.hotdesk.understanding.slot.SlotReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes models that understand customers, out of the encoders on this machine. Opened once when the
 * server starts; opening never fails for want of a model file, training then does, with the reason.
 */
public final class LocalTrainer implements IntentTrainer, AutoCloseable {

  private final Encoders encoders;
  private final HeadTrainer heads;
  private final SlotReader slots;
  private final Sleepers sleepers;

  private LocalTrainer(Encoders encoders, HeadTrainer heads, SlotReader slots, Sleepers sleepers) {
    this.encoders = encoders;
    this.heads = heads;
    this.slots = slots;
    this.sleepers = sleepers;
  }

  /**
   * Opens the encoders.
   *
   * @param files where their files lie
   * @param cache a directory for the vectors of example sentences; made if it is not there
   * @param concurrency how many sentences of one language may be computed at once
   * @param clock tells what day "tomorrow" is
   * @param watch is told when an agent's own model is loaded again
   */
  public static LocalTrainer open(
      ModelFiles files, Path cache, int concurrency, Clock clock, ColdStartWatch watch) {
    var encoders = Encoders.open(files, concurrency);
    var sleepers = new Sleepers(System::nanoTime, watch).started();
    return new LocalTrainer(
        encoders,
        new HeadTrainer(encoders, cache, foreign(), sleepers),
        new SlotReader(clock),
        sleepers);
  }

  /** What customers also say, and no agent answers by itself. */
  public static List<Example> foreign() {
    var examples = new ArrayList<Example>();
    for (var language : Language.values()) {
      var path = "foreign/" + language.code() + ".txt";
      try (var in = LocalTrainer.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException("The program's jar lacks " + path);
        }
        examples.addAll(ExamplesFile.read("hotdesk", path, language, in.readAllBytes()));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + path, e);
      }
    }
    return examples;
  }

  /** What the retailer's documents are read with as well; closed with this. */
  public Encoders encoders() {
    return encoders;
  }

  @Override
  public IntentModel train(List<Knowledge> agents) {
    return train(agents, List.of());
  }

  @Override
  public IntentModel train(List<Knowledge> agents, List<Labelled> learned) {
    var examples = learned.stream().map(LocalTrainer::example).toList();
    return new LocalModel(encoders, heads.train(agents, examples), slots);
  }

  @Override
  public List<Exam> golden(List<Knowledge> agents) {
    return GoldenSentences.of(agents);
  }

  @Override
  public List<String> answers(IntentModel model, List<Exam> exams) {
    if (model instanceof LocalModel local) {
      return heads.answers(
          local.head(), exams.stream().map(Exam::sentence).map(LocalTrainer::example).toList());
    }
    return IntentTrainer.super.answers(model, exams);
  }

  @Override
  public List<Exam> examples(List<Knowledge> agents) {
    return GoldenSentences.all(agents);
  }

  @Override
  public List<Near> nearest(List<Exam> examples, String text, int most) {
    var place = place(text);
    return heads
        .nearness(
            examples.stream().map(Exam::sentence).map(LocalTrainer::example).toList(),
            place.language(),
            place.vector())
        .entrySet()
        .stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .limit(most)
        .map(near -> new Near(examples.get(near.getKey()), near.getValue()))
        .toList();
  }

  /** Where a sentence lies among others of its language. */
  public Place place(String text) {
    var language = Script.of(text, Language.ZH);
    return new Place(language, encoders.encoder(language).encode(text));
  }

  private static Example example(Labelled sentence) {
    return new Example(sentence.intent(), sentence.language(), sentence.text());
  }

  /** Lets go of the encoders; models made here can no longer be asked. */
  @Override
  public void close() {
    sleepers.close();
    encoders.close();
  }
}
