package dev.hotdesk.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Language;
import dev.hotdesk.learning.Clusters.Cluster;
import dev.hotdesk.learning.Clusters.Place;
import dev.hotdesk.learning.Clusters.Question;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Questions about the same are named together. */
class ClustersTest {

  private static Question question(String text) {
    return new Question("web.abc", 1, text, "");
  }

  /** Sentences lie in the direction of their first word; capitals are Chinese. */
  private static Place place(String text) {
    var language = Character.isUpperCase(text.charAt(0)) ? Language.ZH : Language.EN;
    boolean isTrade = text.toLowerCase(Locale.ROOT).startsWith("trade");
    return new Place(language, isTrade ? new float[] {1, 0} : new float[] {0, 1});
  }

  @Test
  void what_is_near_is_together_the_biggest_group_first() {
    var questions = List.of(question("gift"), question("trade in"), question("trade an old one"));

    assertThat(Clusters.of(questions, ClustersTest::place))
        .containsExactly(
            new Cluster(Language.EN, questions.subList(1, 3)),
            new Cluster(Language.EN, questions.subList(0, 1)));
  }

  @Test
  void two_languages_are_never_together() {
    assertThat(Clusters.of(List.of(question("trade"), question("TRADE")), ClustersTest::place))
        .hasSize(2);
  }

  @Test
  void there_is_a_bound() {
    var many =
        IntStream.range(0, Clusters.MOST + 50).mapToObj(i -> question("trade " + i)).toList();

    assertThat(Clusters.of(many, ClustersTest::place).getFirst().questions())
        .hasSize(Clusters.MOST);
  }
}
