package dev.hotdesk.learning;

import dev.hotdesk.api.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Puts questions together that are asked in other words, so that a person names them once. Each
 * joins the group to whose first question it is nearest, if it is near enough, or begins one.
 */
public final class Clusters {

  /** Of questions about the same, most are nearer. */
  static final double NEAR = 0.75;

  /** How many questions are looked at; more wait until some are named. */
  public static final int MOST = 300;

  private Clusters() {}

  /**
   * A question that nobody could answer.
   *
   * @param text without what tells who the customer is
   * @param guess the intent it was nearest to, or empty
   */
  public record Question(String conversation, long sequence, String text, String guess) {}

  /**
   * Where a sentence lies.
   *
   * @param vector of length 1
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  public record Place(Language language, float[] vector) {}

  /**
   * Questions that mean about the same.
   *
   * @param questions the one that stands for them first
   */
  public record Cluster(Language language, List<Question> questions) {

    /** Copies the questions. */
    public Cluster {
      questions = List.copyOf(questions);
    }
  }

  /** The groups, biggest first. */
  public static List<Cluster> of(List<Question> questions, Function<String, Place> places) {
    var groups = new ArrayList<Group>();
    for (var question : questions.subList(0, Math.min(MOST, questions.size()))) {
      var place = places.apply(question.text());
      groups.stream()
          .filter(group -> group.nearness(place) >= NEAR)
          .max(Comparator.comparingDouble(group -> group.nearness(place)))
          .orElseGet(
              () -> {
                var group = new Group(place, new ArrayList<>());
                groups.add(group);
                return group;
              })
          .questions
          .add(question);
    }
    return groups.stream()
        .sorted(Comparator.comparingInt((Group group) -> group.questions.size()).reversed())
        .map(group -> new Cluster(group.first.language(), group.questions))
        .toList();
  }

  private record Group(Place first, List<Question> questions) {

    double nearness(Place place) {
      if (place.language() != first.language()) {
        return 0;
      }
      var sum = 0.0;
      for (var i = 0; i < place.vector().length; i++) {
        sum += place.vector()[i] * first.vector()[i];
      }
      return sum;
    }
  }
}
