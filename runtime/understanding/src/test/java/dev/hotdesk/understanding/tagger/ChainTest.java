package dev.hotdesk.understanding.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final Tags TAGS = new Tags(List.of("B-city", "I-city", "O"));
  private static final float[][] SCORES = {{0.3f, 2f, 0.1f}, {-0.5f, 0.7f, 0.2f}, {0f, 0.4f, 1f}};

  private final Weights steps = new Weights(4, 3, 0.5f);
  private final Chain chain = new Chain(TAGS, steps);

  ChainTest() {
    steps.climb(0, new float[] {-1, 2, 1}, 1);
    steps.climb(2, new float[] {1, 1, -1}, 1);
  }

  private static float[][] scores() {
    return new float[][] {SCORES[0].clone(), SCORES[1].clone(), SCORES[2].clone()};
  }

  private double weight(int... path) {
    var sum = 0.0;
    for (var at = 0; at < path.length; at++) {
      var before = at == 0 ? 3 : path[at - 1];
      if (at == 0 ? !TAGS.mayBegin(path[at]) : !TAGS.mayFollow(before, path[at])) {
        return 0;
      }
      sum += SCORES[at][path[at]] + steps.at(before * 3 + path[at]);
    }
    return Math.exp(sum);
  }

  @Test
  void is_as_likely_at_each_word_as_all_paths_through_it_together() {
    var slopes = scores();
    chain.slope(slopes, new int[] {0, 1, 2}, new float[12]);
    var through = new double[3][3];
    var total = 0.0;
    for (var path = 0; path < 27; path++) {
      var tags = new int[] {path / 9, path / 3 % 3, path % 3};
      total += weight(tags);
      for (var at = 0; at < 3; at++) {
        through[at][tags[at]] += weight(tags);
      }
    }
    for (var at = 0; at < 3; at++) {
      for (var tag = 0; tag < 3; tag++) {
        var wanted = (tag == at ? 1 : 0) - through[at][tag] / total;
        assertThat((double) slopes[at][tag]).isCloseTo(wanted, within(1e-5));
      }
    }
  }

  @Test
  void walks_the_likeliest_path_and_none_that_goes_on_with_what_has_not_begun() {
    var best = chain.best(scores());
    var high = weight(best);
    for (var path = 0; path < 27; path++) {
      assertThat(weight(path / 9, path / 3 % 3, path % 3)).isLessThanOrEqualTo(high);
    }
    assertThat(high).isPositive();
  }
}
