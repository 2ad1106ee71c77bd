package dev.hotdesk.understanding.intent;

import dev.hotdesk.api.Intent;
import dev.hotdesk.api.Language;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.KnowledgeException;
import dev.hotdesk.understanding.encoder.Encoders;
import dev.hotdesk.understanding.inference.Sleepers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Makes the joint head of a set of agents. One at a time; whoever comes meanwhile waits. */
public final class HeadTrainer {

  private static final String HOST = "";

  /** A plugin that changes only its code, or goes back a version, needs no fitting. */
  private static final int FITTED_KEPT = 8;

  /** How much two sets of sentences must share for one calibration to do for both. */
  private static final double KINDRED = 0.9;

  private record Labelled(Language language, Matter matter, String text, boolean isOfCustomer) {}

  private final Encoders encoders;
  private final Path cache;
  private final List<Example> foreign;
  private final Sleepers sleepers;
  private final Map<Language, Vectors> vectors = new EnumMap<>(Language.class);
  private final Map<List<Labelled>, LanguageHead> fitted = new Recent<>(FITTED_KEPT);
  private final Map<List<Labelled>, Calibration> calibrated = new Recent<>(FITTED_KEPT);
  private final ReentrantLock training = new ReentrantLock();

  /**
   * A trainer.
   *
   * @param cache the directory where vectors of example sentences are kept
   * @param foreign sentences that no agent answers by itself, in sections of their own
   * @param sleepers let agents' own models doze off while nobody uses them
   */
  public HeadTrainer(Encoders encoders, Path cache, List<Example> foreign, Sleepers sleepers) {
    this.encoders = encoders;
    this.sleepers = sleepers;
    this.cache = cache;
    this.foreign = List.copyOf(foreign);
  }

  /** Fits a head to the knowledge of these agents alone. */
  public IntentHead train(List<Knowledge> agents) {
    return train(agents, List.of());
  }

  /**
   * Fits a head to the knowledge of these agents, and to what their shop has taught.
   *
   * @param learned sentences of customers; they and their vectors are kept in memory alone
   * @throws KnowledgeException if what an agent brings is not sound, or two own the same intent
   * @throws dev.hotdesk.routing.ModelUnavailableException if there is no encoder at all
   */
  public IntentHead train(List<Knowledge> agents, List<Example> learned) {
    training.lock();
    try {
      return trained(agents, learned);
    } finally {
      training.unlock();
    }
  }

  private IntentHead trained(List<Knowledge> agents, List<Example> learned) {
    var repertoires = new ArrayList<Repertoire>();
    var done = false;
    try {
      agents.stream()
          .sorted(Comparator.comparing(Knowledge::plugin))
          .forEach(agent -> repertoires.add(Repertoire.load(agent, sleepers)));
      var heads = heads(repertoires, owners(repertoires), learned);
      done = true;
      return new IntentHead(heads, repertoires);
    } finally {
      if (!done) {
        repertoires.forEach(Repertoire::close);
      }
    }
  }

  private Map<Language, LanguageHead> heads(
      List<Repertoire> repertoires, Map<Intent, String> owners, List<Example> learned) {
    var sentences = new EnumMap<Language, List<Labelled>>(Language.class);
    for (var language : encoders.languages()) {
      var known = sentences(language, repertoires, owners, learned);
      if (!known.isEmpty()) {
        sentences.put(language, known);
      }
    }
    fitNew(sentences);
    var heads = new EnumMap<Language, LanguageHead>(Language.class);
    sentences.forEach(
        (language, known) ->
            heads.put(
                language,
                Objects.requireNonNull(fitted.get(known)).with(models(language, repertoires))));
    return heads;
  }

  /** Fits what is not at hand, all languages at once, each on a thread of its own. */
  private void fitNew(Map<Language, List<Labelled>> sentences) {
    try (var threads = Executors.newFixedThreadPool(Language.values().length)) {
      var coming = new EnumMap<Language, Future<LanguageHead>>(Language.class);
      sentences.forEach(
          (language, known) -> {
            if (!fitted.containsKey(known)) {
              var vectors = vectors(language);
              var kindred = kindred(known);
              coming.put(language, threads.submit(() -> head(vectors, known, kindred)));
            }
          });
      coming.forEach(
          (language, head) -> keep(Objects.requireNonNull(sentences.get(language)), arrived(head)));
    }
  }

  private void keep(List<Labelled> known, LanguageHead head) {
    fitted.put(known, head);
    if (kindred(known).isEmpty()) {
      calibrated.put(known, head.calibration());
    }
  }

  /**
   * The calibration made for nearly the same sentences. One of its own costs four fits more, and a
   * few sentences hardly move it; borrowed ones are not lent on, so they do not drift.
   */
  private Optional<Calibration> kindred(List<Labelled> known) {
    var sentences = new HashSet<>(known);
    return calibrated.entrySet().stream()
        .filter(
            other ->
                other.getKey().stream().filter(sentences::contains).count()
                    >= KINDRED * Math.max(known.size(), other.getKey().size()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static LanguageHead arrived(Future<LanguageHead> head) {
    try {
      return head.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while fitting", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException("Fitting failed", e.getCause());
    }
  }

  private static Map<Intent, String> owners(List<Repertoire> repertoires) {
    var owners = new HashMap<Intent, String>();
    for (var repertoire : repertoires) {
      for (var example : repertoire.examples()) {
        var other = owners.putIfAbsent(example.intent(), repertoire.agent());
        if (other != null && !other.equals(repertoire.agent())) {
          throw new KnowledgeException(
              repertoire.agent(),
              "Intent %s of %s is owned by %s already"
                  .formatted(example.intent(), repertoire.agent(), other));
        }
      }
    }
    return owners;
  }

  private static LanguageHead head(
      Vectors vectors, List<Labelled> sentences, Optional<Calibration> kindred) {
    var matters = sentences.stream().map(Labelled::matter).distinct().toList();
    var numbers = new HashMap<Matter, Integer>();
    matters.forEach(matter -> numbers.put(matter, numbers.size()));
    var classes = sentences.stream().mapToInt(s -> numbers.getOrDefault(s.matter(), 0)).toArray();
    var known = vectors(vectors, sentences);
    var samples = new Samples(known, classes, matters.size());
    return LanguageHead.fit(
        matters, samples, kindred.orElseGet(() -> Calibration.of(samples, matters)));
  }

  /** Of customers' sentences nothing is written to files, not even the vectors. */
  private static float[][] vectors(Vectors vectors, List<Labelled> sentences) {
    var learned = sentences.stream().filter(Labelled::isOfCustomer).map(Labelled::text).toList();
    var known = sentences.stream().filter(it -> !it.isOfCustomer()).map(Labelled::text).toList();
    return Stream.concat(Arrays.stream(vectors.passing(learned)), Arrays.stream(vectors.of(known)))
        .toArray(float[][]::new);
  }

  /**
   * What the head takes these sentences for, in the language of each; one that has none, for
   * nothing.
   */
  public List<String> answers(IntentHead head, List<Example> sentences) {
    training.lock();
    try {
      return sentences.stream().map(it -> answer(head, it)).toList();
    } finally {
      training.unlock();
    }
  }

  /**
   * How near those of these sentences that are in a language are to a vector, by their number.
   * Waits while a head is being fitted.
   */
  public Map<Integer, Double> nearness(List<Example> sentences, Language language, float[] vector) {
    training.lock();
    try {
      var nearness = new HashMap<Integer, Double>();
      for (var i = 0; i < sentences.size(); i++) {
        if (sentences.get(i).language() == language) {
          var known = vectors(language).passing(List.of(sentences.get(i).text()));
          nearness.put(i, (double) Neighbourhood.cosine(known[0], vector));
        }
      }
      return nearness;
    } finally {
      training.unlock();
    }
  }

  private String answer(IntentHead head, Example sentence) {
    if (!encoders.languages().contains(sentence.language())) {
      return "";
    }
    var vector = vectors(sentence.language()).passing(List.of(sentence.text()))[0];
    var reading = head.read(Map.of(sentence.language(), vector));
    return reading.inScope() ? reading.candidates().getFirst().intent().name() : "";
  }

  private static Map<String, OwnModel> models(Language language, List<Repertoire> repertoires) {
    var models = new HashMap<String, OwnModel>();
    for (var repertoire : repertoires) {
      repertoire.model(language).ifPresent(model -> models.put(repertoire.agent(), model));
    }
    return models;
  }

  /** Each sentence once, what was taught last first; what an agent owns is no longer foreign. */
  private List<Labelled> sentences(
      Language language,
      List<Repertoire> repertoires,
      Map<Intent, String> owners,
      List<Example> learned) {
    var seen = new HashSet<String>();
    var sentences = new ArrayList<Labelled>();
    for (var example : learned.reversed()) {
      var owner = owners.get(example.intent());
      if (example.language() == language && owner != null && seen.add(example.text())) {
        sentences.add(
            new Labelled(language, new Matter(owner, example.intent()), example.text(), true));
      }
    }
    for (var repertoire : repertoires) {
      for (var example : repertoire.examples()) {
        if (example.language() == language && seen.add(example.text())) {
          sentences.add(
              new Labelled(
                  language,
                  new Matter(repertoire.agent(), example.intent()),
                  example.text(),
                  false));
        }
      }
    }
    for (var example : foreign) {
      if (example.language() == language
          && !owners.containsKey(example.intent())
          && seen.add(example.text())) {
        sentences.add(
            new Labelled(language, new Matter(HOST, example.intent()), example.text(), false));
      }
    }
    return sentences;
  }

  private Vectors vectors(Language language) {
    return vectors.computeIfAbsent(language, key -> new Vectors(encoders.encoder(key), cache));
  }
}
