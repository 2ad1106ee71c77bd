package dev.hotdesk.assignment;

import static dev.hotdesk.assignment.Shop.auto;
import static dev.hotdesk.assignment.Shop.held;
import static dev.hotdesk.assignment.Shop.inGroup;
import static dev.hotdesk.assignment.Shop.meantFor;
import static dev.hotdesk.assignment.Shop.seat;
import static dev.hotdesk.assignment.Shop.waiter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.session.Target;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private static final Map<String, List<Duration>> FIVE_MINUTES =
      Map.of(Group.ALL, Collections.nCopies(20, Duration.ofMinutes(5)));

  private final Shop shop = Shop.giving();

  @Test
  void tells_position_lane_and_wait() {
    shop.waits("a", 20).waits("b", 10).sits(seat("amy", 5, 5));

    assertThat(Place.all(shop.queue(), shop.seats, FIVE_MINUTES))
        .containsEntry(
            "b",
            new Place(
                Group.ALL,
                Lane.NORMAL,
                2,
                Optional.of(new Wait(Duration.ofMinutes(2), Duration.ofMinutes(2)))));
  }

  @Test
  void says_nothing_of_a_wait_for_a_group_of_which_little_is_known() {
    shop.groups.add(auto("returns", Group.Strategy.ROUND_ROBIN));
    shop.waits(meantFor(new Target.Group("returns"), waiter("a", 20)))
        .sits(inGroup("returns", seat("amy", 5, 5)));

    assertThat(Place.all(shop.queue(), shop.seats, FIVE_MINUTES))
        .containsEntry("a", new Place("returns", Lane.NORMAL, 1, Optional.empty()));
  }

  @Test
  void counts_an_operator_once_who_serves_two_groups_that_have_a_queue() {
    shop.groups.add(auto("returns", Group.Strategy.ROUND_ROBIN));
    shop.waits("a", 20).sits(inGroup("returns", seat("amy", 10, 10)));
    var alone = place("a", FIVE_MINUTES).expected();
    shop.waits(meantFor(new Target.Group("returns"), waiter("b", 20)));
    var shared = place("a", FIVE_MINUTES).expected();

    assertThat(alone).contains(new Wait(Duration.ofSeconds(30), Duration.ofSeconds(30)));
    assertThat(shared).contains(new Wait(Duration.ofSeconds(60), Duration.ofSeconds(60)));
  }

  @Test
  void who_is_held_has_no_position() {
    shop.waits(held(Duration.ofMinutes(1), waiter("a", 20)));

    assertThat(place("a", Map.of()).position()).isZero();
  }

  @Test
  void each_step_is_news_near_the_front_and_each_tenth_of_the_way_farther_back() {
    assertThat(at(3).isNewsAfter(4)).isTrue();
    assertThat(at(3).isNewsAfter(3)).isFalse();
    assertThat(at(95).isNewsAfter(100)).isFalse();
    assertThat(at(90).isNewsAfter(100)).isTrue();
    assertThat(at(90).isNewsAfter(0)).isTrue();
  }

  private static Place at(int position) {
    return new Place(Group.ALL, Lane.NORMAL, position, Optional.empty());
  }

  private Place place(String conversation, Map<String, List<Duration>> handled) {
    return Objects.requireNonNull(Place.all(shop.queue(), shop.seats, handled).get(conversation));
  }
}
