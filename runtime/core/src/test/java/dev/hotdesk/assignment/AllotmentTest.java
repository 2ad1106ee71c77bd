package dev.hotdesk.assignment;

import static dev.hotdesk.assignment.Shop.auto;
import static dev.hotdesk.assignment.Shop.fromStore;
import static dev.hotdesk.assignment.Shop.held;
import static dev.hotdesk.assignment.Shop.inGroup;
import static dev.hotdesk.assignment.Shop.knowing;
import static dev.hotdesk.assignment.Shop.meantFor;
import static dev.hotdesk.assignment.Shop.ofStore;
import static dev.hotdesk.assignment.Shop.seat;
import static dev.hotdesk.assignment.Shop.servedBy;
import static dev.hotdesk.assignment.Shop.status;
import static dev.hotdesk.assignment.Shop.vip;
import static dev.hotdesk.assignment.Shop.waiter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.api.Language;
import dev.hotdesk.assignment.Reason.Rule;
import dev.hotdesk.session.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllotmentTest {

  private final Shop shop = Shop.giving();

  @Test
  void nobody_is_given_out_where_operators_pick() {
    var picking = new Shop().waits("a", 10).sits(seat("amy", 0, 8));

    assertThat(picking.given()).isEmpty();
  }

  @Test
  void the_oldest_comes_first_as_long_as_there_is_room() {
    shop.waits("b", 10).waits("a", 20).waits("c", 5).sits(seat("amy", 6, 8));

    assertThat(shop.given()).containsExactly("a>amy", "b>amy");
  }

  @Test
  void a_vip_goes_before_who_has_waited_longer_but_not_too_long() {
    shop.waits("normal", 299).waits(vip(waiter("vip", 1))).sits(seat("amy", 7, 8));

    assertThat(shop.given()).containsExactly("vip>amy");
  }

  @Test
  void after_the_bound_a_normal_customer_goes_before_any_vip() {
    shop.waits("normal", 300).waits(vip(waiter("vip", 299))).sits(seat("amy", 7, 8));

    assertThat(shop.given()).containsExactly("normal>amy");
    assertThat(shop.allot().getFirst().reasons()).extracting(Reason::rule).contains(Rule.OVERDUE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Seat.Status.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ONLINE"})
  void only_who_is_online_is_given_customers(Seat.Status status) {
    shop.waits("a", 10).sits(status(status, seat("amy", 0, 8)));

    assertThat(shop.given()).isEmpty();
  }

  @Test
  void customers_are_given_in_turn() {
    shop.waits("a", 30).waits("b", 20).waits("c", 10);
    shop.sits(seat("amy", 0, 8)).sits(seat("ben", 3, 8));

    assertThat(shop.given()).containsExactly("a>amy", "b>ben", "c>amy");
  }

  @Test
  void or_to_the_least_busy() {
    shop.groups.add(auto(Group.ALL, Group.Strategy.LEAST_BUSY));
    shop.groups.removeFirst();
    shop.waits("a", 30).waits("b", 20).sits(seat("amy", 2, 4)).sits(seat("ben", 3, 8));

    assertThat(shop.given()).containsExactly("a>ben", "b>amy");
  }

  @Test
  void who_served_last_is_given_their_customer_again() {
    shop.waits(servedBy("ben", waiter("a", 10))).sits(seat("amy", 0, 8)).sits(seat("ben", 7, 8));

    assertThat(shop.given()).containsExactly("a>ben");
    assertThat(shop.allot().getFirst().reasons())
        .containsExactly(new Reason(Rule.SERVED_LAST, "ben"));
  }

  @Test
  void unless_they_have_no_room() {
    shop.waits(servedBy("ben", waiter("a", 10))).sits(seat("amy", 0, 8)).sits(seat("ben", 8, 8));

    assertThat(shop.given()).containsExactly("a>amy");
  }

  @Test
  void or_are_away() {
    shop.waits(servedBy("ben", waiter("a", 10)))
        .sits(seat("amy", 0, 8))
        .sits(status(Seat.Status.AWAY, seat("ben", 0, 8)));

    assertThat(shop.given()).containsExactly("a>amy");
  }

  @Test
  void the_same_store_comes_first() {
    shop.waits(fromStore("wuhan", waiter("a", 10)))
        .sits(seat("amy", 0, 8))
        .sits(ofStore("wuhan", seat("ben", 7, 8)));

    assertThat(shop.given()).containsExactly("a>ben");
  }

  @Test
  void a_customer_waits_for_their_store_while_its_people_are_at_work() {
    shop.waits(fromStore("wuhan", waiter("a", 10)))
        .sits(seat("amy", 0, 8))
        .sits(ofStore("wuhan", seat("ben", 8, 8)));

    assertThat(shop.given()).isEmpty();
    assertThat(shop.why("a")).contains(Rule.KEPT_FOR_STORE);
  }

  @Test
  void but_not_for_ever() {
    shop.waits(fromStore("wuhan", waiter("a", 60)))
        .sits(seat("amy", 0, 8))
        .sits(ofStore("wuhan", seat("ben", 8, 8)));

    assertThat(shop.given()).containsExactly("a>amy");
    assertThat(shop.allot().getFirst().reasons())
        .containsExactly(new Reason(Rule.STORE_OVERFLOW, "amy", "wuhan", "60"));
  }

  @Test
  void and_not_while_nobody_of_it_is_there() {
    shop.waits(fromStore("wuhan", waiter("a", 1))).sits(seat("amy", 0, 8));

    assertThat(shop.given()).containsExactly("a>amy");
  }

  @Test
  void who_is_kept_for_a_store_holds_up_nobody_else() {
    shop.waits(fromStore("wuhan", waiter("a", 30)))
        .waits("b", 10)
        .sits(seat("amy", 0, 8))
        .sits(ofStore("wuhan", seat("ben", 8, 8)));

    assertThat(shop.given()).containsExactly("b>amy");
  }

  @Test
  void a_customer_handed_to_a_store_is_as_one_of_that_store() {
    shop.waits(meantFor(new Target.Store("wuhan"), waiter("a", 10)))
        .sits(seat("amy", 0, 8))
        .sits(ofStore("wuhan", seat("ben", 0, 8)));

    assertThat(shop.given()).containsExactly("a>ben");
  }

  @Test
  void a_customer_meant_for_an_operator_waits_for_them_while_they_are_at_work() {
    shop.waits(meantFor(new Target.Operator("ben"), waiter("a", 10)))
        .sits(seat("amy", 0, 8))
        .sits(status(Seat.Status.BUSY, seat("ben", 0, 8)));

    assertThat(shop.given()).isEmpty();
    assertThat(shop.why("a")).contains(Rule.KEPT_FOR_OPERATOR);
  }

  @Test
  void and_goes_to_another_when_they_are_not() {
    shop.waits(meantFor(new Target.Operator("ben"), waiter("a", 10))).sits(seat("amy", 0, 8));

    assertThat(shop.given()).containsExactly("a>amy");
  }

  @Test
  void only_who_has_the_skills_is_given_a_customer_who_wants_them() {
    shop.rules.add(
        new RoutingRule(
            "french",
            Map.of(Fact.INTENT, Set.of("travel.*")),
            Group.ALL,
            Set.of("french"),
            Optional.empty()));
    shop.waits(waiter("a", 10, Map.of(Fact.INTENT, "travel.visa"))).sits(seat("amy", 0, 8));
    assertThat(shop.given()).isEmpty();
    assertThat(shop.why("a")).contains(Rule.SKILLS, Rule.NOBODY_WITH_SKILLS);

    shop.sits(knowing("french", seat("ben", 0, 8)));
    assertThat(shop.given()).containsExactly("a>ben");
  }

  @Test
  void only_its_own_people_serve_a_group() {
    shop.groups.add(auto("returns", Group.Strategy.ROUND_ROBIN));
    shop.waits(meantFor(new Target.Group("returns"), waiter("a", 10))).sits(seat("amy", 0, 8));
    assertThat(shop.given()).isEmpty();
    assertThat(shop.why("a")).contains(Rule.HANDED_TO_GROUP, Rule.NOBODY_AT_WORK);

    shop.sits(inGroup("returns", seat("ben", 0, 8)));
    assertThat(shop.given()).containsExactly("a>ben");
  }

  @Test
  void who_handed_a_customer_to_a_group_is_not_given_them_again() {
    shop.waits(servedBy("amy", meantFor(new Target.Group(Group.ALL), waiter("a", 10))))
        .sits(seat("amy", 0, 8));
    assertThat(shop.given()).isEmpty();

    shop.sits(seat("ben", 7, 8));
    assertThat(shop.given()).containsExactly("a>ben");
  }

  @Test
  void a_group_that_is_gone_holds_nobody() {
    shop.waits(meantFor(new Target.Group("gone"), waiter("a", 10))).sits(seat("amy", 0, 8));

    assertThat(shop.given()).containsExactly("a>amy");
    assertThat(shop.why("a")).contains(Rule.GROUP_IS_GONE);
  }

  @Test
  void who_is_held_is_given_to_nobody_until_the_time_is_over() {
    shop.waits(held(Duration.ofSeconds(1), waiter("a", 400)))
        .waits(held(Duration.ZERO, waiter("b", 10)))
        .sits(seat("amy", 0, 8));

    assertThat(shop.given()).containsExactly("b>amy");
    assertThat(shop.queue().position("a")).isEmpty();
    assertThat(shop.why("a")).contains(Rule.HELD);
  }

  @Test
  void the_next_in_line_goes_to_who_asks() {
    var lining = new Shop();
    lining.groups.add(
        new Group(
            Group.ALL,
            Group.Mode.NEXT,
            Group.Strategy.ROUND_ROBIN,
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            true));
    lining.waits("b", 10).waits("a", 20).sits(seat("amy", 0, 8));

    assertThat(lining.given()).isEmpty();
    assertThat(Allotment.next(lining.queue(), lining.seats.getFirst(), lining.seats))
        .contains(new Assigned("a", "amy", List.of(new Reason(Rule.NEXT_IN_LINE, "amy"))));
    assertThat(Allotment.next(lining.queue(), seat("amy", 8, 8), lining.seats)).isEmpty();
  }

  @Test
  void a_rule_sends_to_a_group_and_a_lane_and_says_why() {
    shop.groups.add(auto("gold", Group.Strategy.ROUND_ROBIN));
    shop.rules.add(
        new RoutingRule(
            "gold customers",
            Map.of(Fact.TIER, Set.of("gold"), Fact.CHANNEL, Set.of("web", "wechat")),
            "gold",
            Set.of(),
            Optional.of(Lane.HIGH)));
    shop.waits(waiter("a", 10, Map.of(Fact.TIER, "gold", Fact.CHANNEL, "web")));

    var routed = shop.queue().find("a").orElseThrow();

    assertThat(routed.group().name()).isEqualTo("gold");
    assertThat(routed.lane()).isEqualTo(Lane.HIGH);
    assertThat(routed.reasons().getFirst().name().in(Language.EN))
        .isEqualTo("Routing rule “gold customers”");
    assertThat(routed.reasons().getFirst().fact().in(Language.EN))
        .isEqualTo("channel=web, tier=gold");
    assertThat(routed.reasons().getFirst().effect().in(Language.ZH)).isEqualTo("进入分组 gold");
  }

  @Test
  void every_sentence_is_filled_in_both_languages() {
    assertThat(Rule.values())
        .allSatisfy(
            rule -> {
              var reason = new Reason(rule, "eins", "zwei", "drei");
              assertThat(List.of(reason.name(), reason.fact(), reason.effect()))
                  .allSatisfy(
                      text -> {
                        assertThat(text.zh()).isNotBlank().doesNotContain("{", "}");
                        assertThat(text.en()).isNotBlank().doesNotContain("{", "}");
                      });
            });
  }

  @Test
  void positions_count_within_a_group() {
    shop.groups.add(auto("returns", Group.Strategy.ROUND_ROBIN));
    shop.waits("a", 30)
        .waits(meantFor(new Target.Group("returns"), waiter("b", 20)))
        .waits("c", 10);

    assertThat(shop.queue().position("b")).hasValue(1);
    assertThat(shop.queue().position("c")).hasValue(2);
    assertThat(shop.queue().lengths()).containsEntry(Group.ALL, 2).containsEntry("returns", 1);
  }

  @Test
  void who_is_given_nobody_for_the_longest_time_is_given_the_next() {
    var amy = seat("amy", 0, 8);
    shop.waits("a", 1)
        .sits(amy.given(Instant.EPOCH.plusSeconds(5)))
        .sits(seat("ben", 0, 8).given(Instant.EPOCH.plusSeconds(2)));

    assertThat(shop.given()).containsExactly("a>ben");
  }
}
