package dev.hotdesk.understanding.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeighbourhoodTest {

  private static final float[] NORTH = {1, 0, 0, 0};
  private static final float[] NORTH_WEST = {0.8f, 0.6f, 0, 0};
  private static final float[] UP = {0, 0, 1, 0};
  private static final float[] DOWN = {0, 0, 0, 1};

  private static Neighbourhood neighbourhood(boolean... owned) {
    var samples =
        new Samples(new float[][] {NORTH, NORTH_WEST, UP, DOWN}, new int[] {0, 0, 1, 2}, 3);
    return new Neighbourhood(samples, owned);
  }

  @Test
  void votes_for_the_class_of_what_is_like_it() {
    var votes = neighbourhood(true, true, true).echo(new float[] {0.1f, 0, 0.99f, 0}).votes();

    assertThat(votes[1]).isGreaterThan(votes[0]).isGreaterThan(votes[2]);
  }

  @Test
  void hears_a_louder_echo_near_what_it_knows() {
    var known = neighbourhood(true, true, true);

    assertThat(known.echo(NORTH).closeness())
        .isGreaterThan(known.echo(new float[] {0.5f, 0.5f, 0.5f, 0.5f}).closeness());
  }

  @Test
  void is_close_to_nothing_that_no_agent_answers() {
    assertThat(neighbourhood(false, false, false).echo(NORTH).closeness()).isZero();
    assertThat(neighbourhood(false, true, false).echo(UP).closeness()).isPositive();
  }
}
