package dev.hotdesk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatheringTest {

  @Test
  void a_crowd_is_at_rest_once_all_that_was_planned_is_said_and_promised() {
    assertThat(new Gathering.Standing(9, 9, 3, 2, 2, 0, 0).isPromised())
        .as("one is still to be said")
        .isFalse();
    assertThat(new Gathering.Standing(9, 9, 3, 3, 2, 0, 0).isPromised())
        .as("one is said and not promised")
        .isFalse();
    assertThat(new Gathering.Standing(9, 9, 3, 3, 3, 0, 0).isPromised()).isTrue();
  }
}
