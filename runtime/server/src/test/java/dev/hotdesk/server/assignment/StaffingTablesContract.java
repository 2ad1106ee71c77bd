package dev.hotdesk.server.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.assignment.Fact;
import dev.hotdesk.assignment.Group;
import dev.hotdesk.assignment.Lane;
import dev.hotdesk.assignment.RoutingRule;
import dev.hotdesk.assignment.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of groups, skills and rules, whatever the database. */
@SuppressWarnings("NullAway.Init") // each test opens them first
abstract class StaffingTablesContract {

  private static final Group RETURNS =
      new Group(
          "returns",
          Group.Mode.AUTO,
          Group.Strategy.LEAST_BUSY,
          Duration.ofSeconds(120),
          Duration.ofSeconds(20),
          false);
  private static final RoutingRule RULE =
      new RoutingRule(
          "退货",
          Map.of(Fact.INTENT, Set.of("return.*", "退款"), Fact.STORE, Set.of("武汉")),
          "returns",
          Set.of("法语", "repairs"),
          Optional.of(Lane.HIGH));

  private StaffingTables tables;

  /** An empty database with the tables of this package, and accounts for amy, ben and sue. */
  protected abstract DataSource database();

  @BeforeEach
  void open() {
    tables = new StaffingTables(database(), Clock.systemUTC());
  }

  @Test
  void gives_back_what_was_put() {
    tables.put(RETURNS, List.of("amy", "ben", "nobody"));
    tables.put(new Profile("amy", 3, Set.of("法语", "repairs"), Set.of("武汉")));
    tables.say("ben", Seat.Status.BREAK);
    assertThat(tables.replaceRules(List.of(RULE), tables.read().rulesRevision())).isTrue();

    var read = tables.read();

    assertThat(read.groups())
        .containsExactly(new Staffing.Membership(RETURNS, Set.of("amy", "ben")));
    assertThat(read.profile("amy"))
        .isEqualTo(new Profile("amy", 3, Set.of("法语", "repairs"), Set.of("武汉")));
    assertThat(read.profile("ben")).isEqualTo(Profile.blank("ben"));
    assertThat(read.status("ben")).isEqualTo(Seat.Status.BREAK);
    assertThat(read.status("amy")).isEqualTo(Seat.Status.ONLINE);
    assertThat(read.rules()).containsExactly(RULE);
    assertThat(read.groupsOf("amy")).containsExactly("returns");
  }

  @Test
  void puts_the_new_in_the_place_of_the_old() {
    tables.put(RETURNS, List.of("amy"));
    tables.put(Group.usual("returns"), List.of("ben"));
    assertThat(tables.read().groups())
        .containsExactly(new Staffing.Membership(Group.usual("returns"), Set.of("ben")));
    assertThat(tables.removeGroup("returns")).isTrue();
    assertThat(tables.removeGroup("returns")).isFalse();
    assertThat(tables.read().groups()).isEmpty();
  }

  @Test
  void knows_nothing_of_who_does_not_work_here() {
    assertThat(tables.put(new Profile("nobody", 1, Set.of(), Set.of()))).isFalse();
  }

  @Test
  void grows_with_each_change() {
    var before = tables.revision();
    tables.say("amy", Seat.Status.BUSY);

    assertThat(tables.revision()).isGreaterThan(before);
  }

  @Test
  void does_not_let_two_admins_undo_each_others_rules() {
    var seen = tables.read().rulesRevision();
    assertThat(tables.replaceRules(List.of(RULE), seen)).isTrue();
    tables.say("amy", Seat.Status.ONLINE);

    assertThat(tables.replaceRules(List.of(), seen)).isFalse();
    assertThat(tables.read().rules()).containsExactly(RULE);
  }

  @Test
  void a_rule_of_a_later_version_fits_nobody() {
    assertThat(
            new RoutingRule(
                    "later",
                    RuleJson.decode("{\"weather\":[\"rain\"],\"channel\":[\"web\"]}"),
                    "all",
                    Set.of(),
                    Optional.empty())
                .fits(Map.of(Fact.CHANNEL, "web")))
        .isFalse();
  }
}
