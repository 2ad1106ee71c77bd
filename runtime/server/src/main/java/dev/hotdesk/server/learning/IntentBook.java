package dev.hotdesk.server.learning;

import dev.hotdesk.api.Language;
import dev.hotdesk.learning.Clusters;
import dev.hotdesk.learning.Clusters.Cluster;
import dev.hotdesk.learning.Clusters.Place;
import dev.hotdesk.learning.Clusters.Question;
import dev.hotdesk.privacy.Masker;
import dev.hotdesk.routing.Exam;
import dev.hotdesk.routing.IntentTrainer;
import dev.hotdesk.routing.IntentTrainer.Near;
import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Labelled;
import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.store.Insights;
import dev.hotdesk.server.store.Insights.Judged;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the agents here understand, by what, how well, and what nobody could answer. */
public final class IntentBook {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final IntentTrainer trainer;
  private final Supplier<List<Knowledge>> agents;
  private final Supplier<List<Labelled>> learned;
  private final LearnedTable table;
  private final Readings readings;
  private final Function<String, Place> places;

  /**
   * A book that is made anew at each look.
   *
   * @param agents the knowledge of the agents that serve
   * @param learned what counts of what was taught
   * @param places tells where a sentence lies among others
   */
  public IntentBook(
      IntentTrainer trainer,
      Supplier<List<Knowledge>> agents,
      Supplier<List<Labelled>> learned,
      LearnedTable table,
      Readings readings,
      Function<String, Place> places) {
    this.trainer = trainer;
    this.agents = agents;
    this.learned = learned;
    this.table = table;
    this.readings = readings;
    this.places = places;
  }

  /**
   * An intent.
   *
   * @param agent who owns it
   * @param zh how many examples its agent brings in Chinese
   * @param en the same in English
   * @param learned how many were taught, and count
   */
  public record Chapter(String intent, String agent, int zh, int en, int learned) {}

  /** All intents, by name. */
  public List<Chapter> chapters() {
    var taught =
        learned.get().stream()
            .collect(Collectors.groupingBy(it -> it.intent().name(), Collectors.counting()));
    var byIntent =
        trainer.examples(agents.get()).stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.sentence().intent().name(), TreeMap::new, Collectors.toList()));
    var chapters = new ArrayList<Chapter>();
    byIntent.forEach(
        (intent, examples) ->
            chapters.add(
                new Chapter(
                    intent,
                    examples.getFirst().agent(),
                    count(examples, Language.ZH),
                    count(examples, Language.EN),
                    taught.getOrDefault(intent, 0L).intValue())));
    return chapters;
  }

  private static int count(List<Exam> examples, Language language) {
    return (int) examples.stream().filter(it -> it.sentence().language() == language).count();
  }

  /** The examples nearest to a text, also those that were taught. */
  public List<Near> nearest(String text, int most) {
    var examples = new ArrayList<>(trainer.examples(agents.get()));
    learned.get().forEach(it -> examples.add(new Exam("", it)));
    return trainer.nearest(examples, text, most);
  }

  /** What nobody could answer since then and nobody has named, by what is asked, masked. */
  public List<Cluster> unanswered(Instant since) throws SQLException {
    var named = table.taughtOf();
    var found =
        readings.read(connection -> Insights.unanswered(connection, since, PATIENCE)).value();
    var questions =
        found.stream()
            .filter(it -> !named.contains(it.conversation() + " " + it.sequence()))
            .map(
                it ->
                    new Question(
                        it.conversation(), it.sequence(), Masker.masked(it.text()), it.intent()))
            .toList();
    return Clusters.of(questions, places);
  }

  /**
   * How well an intent was understood on a day, as far as operators say.
   *
   * @param answers how many questions were taken for it
   * @param corrected of how many of them an operator said that they were something else
   * @param missed how many an operator said to be it that were taken for something else
   */
  public record Score(LocalDate day, String intent, int answers, int corrected, int missed) {}

  /** The scores of some days, by day and intent. */
  public List<Score> scores(LocalDate from, LocalDate to, ZoneId zone) throws SQLException {
    var begin = from.atStartOfDay(zone).toInstant();
    var end = to.plusDays(1).atStartOfDay(zone).toInstant();
    var judged =
        readings.read(connection -> Insights.judged(connection, begin, end, PATIENCE)).value();
    return new Marks(zone).of(judged);
  }

  /** Counts by day and intent; the last word of operators on a question holds. */
  private static final class Marks {

    private final ZoneId zone;
    private final Map<String, Judged> understood = new HashMap<>();
    private final Map<String, Judged> corrected = new HashMap<>();
    private final Map<LocalDate, Map<String, int[]>> counts = new TreeMap<>();

    Marks(ZoneId zone) {
      this.zone = zone;
    }

    List<Score> of(List<Judged> all) {
      for (var judged : all) {
        var question = judged.conversation() + " " + judged.question();
        (judged.isCorrection() ? corrected : understood).put(question, judged);
      }
      understood.forEach(
          (question, taken) -> {
            var right = corrected.getOrDefault(question, taken);
            add(taken, taken.intent(), 0);
            if (!right.intent().equals(taken.intent())) {
              add(taken, taken.intent(), 1);
              add(taken, right.intent(), 2);
            }
          });
      var scores = new ArrayList<Score>();
      counts.forEach(
          (day, intents) ->
              intents.forEach((name, n) -> scores.add(new Score(day, name, n[0], n[1], n[2]))));
      return scores;
    }

    private void add(Judged taken, String intent, int column) {
      if (!intent.isEmpty()) {
        counts.computeIfAbsent(taken.at().atZone(zone).toLocalDate(), _ -> new TreeMap<>())
            .computeIfAbsent(intent, _ -> new int[3])[column]++;
      }
    }
  }
}
