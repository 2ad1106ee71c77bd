package dev.hotdesk.server.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpokenOrderTest {

  private static final Answered TAKEN = new Answered.Acknowledged("", 1, false);
  private static final Answered NOT_STORED = new Answered.Refused("not_stored", "", "");

  private final SpokenOrder order = new SpokenOrder();
  private long now = 1_000;
  private long number;

  @Test
  void what_follows_a_refused_message_waits_until_that_one_is_taken() {
    says("c-1", NOT_STORED);

    assertThat(isNext("c-2")).isFalse();
    assertThat(isNext("c-3")).isFalse();
    says("c-1", TAKEN);
    assertThat(isNext("c-3")).isFalse();
    says("c-2", TAKEN);
    says("c-3", TAKEN);
    says("c-4", TAKEN);
  }

  @Test
  void a_message_that_is_refused_again_is_still_the_next() {
    says("c-1", NOT_STORED);
    says("c-1", NOT_STORED);

    assertThat(isNext("c-2")).isFalse();
    says("c-1", TAKEN);
    says("c-2", TAKEN);
  }

  @Test
  void what_can_never_be_taken_holds_nothing_up() {
    says("c-1", new Answered.Refused("too_long", "", ""));

    says("c-2", TAKEN);
  }

  @Test
  void what_was_let_in_before_a_message_was_turned_away_is_taken() {
    order.turnedAway("c-3", 2);
    order.turnedAway("c-4", 2);

    says("c-1", TAKEN);
    says("c-2", TAKEN);
    assertThat(isNext("c-5")).isFalse();
    says("c-3", TAKEN);
    assertThat(isNext("c-5")).isFalse();
    says("c-4", TAKEN);
    says("c-5", TAKEN);
  }

  @Test
  void a_message_that_is_not_said_again_is_given_up() {
    says("c-1", NOT_STORED);
    assertThat(isNext("c-2")).isFalse();

    now += SpokenOrder.GIVEN_UP.toNanos() + 1;

    says("c-2", TAKEN);
  }

  private boolean isNext(String id) {
    return order.isNext(id, ++number, now);
  }

  private void says(String id, Answered answer) {
    assertThat(isNext(id)).as(id).isTrue();
    order.answered(id, answer, now);
  }
}
