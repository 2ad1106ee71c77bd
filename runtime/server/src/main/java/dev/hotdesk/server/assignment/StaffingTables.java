package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Group;
import dev.hotdesk.assignment.Lane;
import dev.hotdesk.assignment.RoutingRule;
import dev.hotdesk.assignment.Seat;
import dev.hotdesk.server.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Groups, skills and rules in the database. */
public final class StaffingTables {

  private final Sql sql;
  private final Clock clock;
  private final Runnable changed;

  /** In this database. */
  public StaffingTables(DataSource database, Clock clock) {
    this(database, clock, () -> {});
  }

  /** The same; tells this whenever something was changed here. */
  public StaffingTables(DataSource database, Clock clock, Runnable changed) {
    this.changed = changed;
    this.sql = new Sql(database, StaffingUnavailableException::new);
    this.clock = clock;
  }

  /** Grows with each change. */
  public long revision() {
    return sql.query("select revision from routing_revision", row -> row.getLong(1)).getFirst();
  }

  /** All of it, as it is at one moment. */
  public Staffing read() {
    return sql.inTransaction(
        connection ->
            new Staffing(
                grown(connection, "revision"),
                grown(connection, "rules"),
                groups(connection),
                byLogin(
                    Sql.query(
                        connection,
                        "select login, capacity, skills, stores from staff_profile",
                        StaffingTables::profile)),
                statuses(connection),
                Sql.query(
                    connection,
                    "select name, facts, group_name, skills, lane from routing_rule order by place",
                    StaffingTables::rule)));
  }

  /** Makes a group, or changes it. */
  public void put(Group group, Collection<String> members) {
    change(
        connection -> {
          remove(connection, group.name());
          Sql.update(
              connection,
              "insert into staff_group (name, mode, strategy, bound_s, overflow_s, sticky, changed)"
                  + " values (?, ?, ?, ?, ?, ?, ?)",
              group.name(),
              group.mode().word(),
              group.strategy().word(),
              (int) group.bound().toSeconds(),
              (int) group.overflow().toSeconds(),
              group.isSticky(),
              clock.instant());
          for (var login : members) {
            Sql.update(
                connection,
                "insert into staff_group_member (group_name, login)"
                    + " select cast(? as varchar(40)), login from account where login = ?",
                group.name(),
                login);
          }
          return 1;
        });
  }

  /** Takes a group away; false if there is none. */
  public boolean removeGroup(String name) {
    return change(connection -> remove(connection, name)) > 0;
  }

  /** Sets what is known of an operator; false if there is no such account. */
  public boolean put(Profile profile) {
    return change(
            connection -> {
              Sql.update(connection, "delete from staff_profile where login = ?", profile.login());
              return Sql.update(
                  connection,
                  "insert into staff_profile (login, capacity, skills, stores, changed)"
                      + " select login, cast(? as integer), cast(? as varchar(1000)),"
                      + " cast(? as varchar(1000)), cast(? as timestamp(6) with time zone)"
                      + " from account where login = ?",
                  profile.capacity(),
                  joined(profile.skills()),
                  joined(profile.stores()),
                  clock.instant(),
                  profile.login());
            })
        > 0;
  }

  /** An operator says whether they take customers. */
  public void say(String login, Seat.Status status) {
    change(
        connection -> {
          Sql.update(connection, "delete from staff_status where login = ?", login);
          return Sql.update(
              connection,
              "insert into staff_status (login, status, changed)"
                  + " select login, cast(? as varchar(8)), cast(? as timestamp(6) with time zone)"
                  + " from account where login = ?",
              status.word(),
              clock.instant(),
              login);
        });
  }

  /**
   * Puts these rules in the place of those that are there; false if they have changed meanwhile.
   */
  public boolean replaceRules(List<RoutingRule> rules, long revision) {
    return told(
        connection -> {
          if (grow(connection, revision) == 0) {
            return false;
          }
          Sql.update(connection, "delete from routing_rule");
          var place = 0;
          for (var rule : rules) {
            Sql.update(
                connection,
                "insert into routing_rule (place, name, facts, group_name, skills, lane)"
                    + " values (?, ?, ?, ?, ?, ?)",
                place++,
                rule.name(),
                RuleJson.encode(rule.when()),
                rule.group(),
                joined(rule.skills()),
                rule.lane().map(Lane::word).orElse(""));
          }
          return true;
        });
  }

  private <T> T change(Sql.Work<T> work) {
    return told(
        connection -> {
          Sql.update(connection, "update routing_revision set revision = revision + 1");
          return work.run(connection);
        });
  }

  private <T> T told(Sql.Work<T> work) {
    var done = sql.inTransaction(work);
    changed.run();
    return done;
  }

  private static long grown(Connection connection, String column) throws SQLException {
    return Sql.query(
            connection, "select " + column + " from routing_revision", row -> row.getLong(1))
        .getFirst();
  }

  private static int grow(Connection connection, long revision) throws SQLException {
    return Sql.update(
        connection,
        "update routing_revision set revision = revision + 1, rules = rules + 1 where rules = ?",
        revision);
  }

  private static int remove(Connection connection, String name) throws SQLException {
    Sql.update(connection, "delete from staff_group_member where group_name = ?", name);
    return Sql.update(connection, "delete from staff_group where name = ?", name);
  }

  private static List<Staffing.Membership> groups(Connection connection) throws SQLException {
    var members = new HashMap<String, Set<String>>();
    Sql.query(
            connection,
            "select group_name, login from staff_group_member",
            row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(
            each ->
                members
                    .computeIfAbsent(each.getKey(), _ -> new java.util.HashSet<>())
                    .add(each.getValue()));
    return Sql.query(
        connection,
        "select name, mode, strategy, bound_s, overflow_s, sticky from staff_group order by name",
        row ->
            new Staffing.Membership(
                group(row), members.getOrDefault(row.getString("name"), Set.of())));
  }

  /** A word of a later version is read as the usual. */
  private static Group group(ResultSet row) throws SQLException {
    return new Group(
        row.getString("name"),
        Group.Mode.of(row.getString("mode")).orElse(Group.Mode.PICK),
        Group.Strategy.of(row.getString("strategy")).orElse(Group.Strategy.ROUND_ROBIN),
        Duration.ofSeconds(row.getInt("bound_s")),
        Duration.ofSeconds(row.getInt("overflow_s")),
        row.getBoolean("sticky"));
  }

  private static Map<String, Seat.Status> statuses(Connection connection) throws SQLException {
    var statuses = new HashMap<String, Seat.Status>();
    Sql.query(
            connection,
            "select login, status from staff_status",
            row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(
            each ->
                Seat.Status.of(each.getValue())
                    .ifPresent(status -> statuses.put(each.getKey(), status)));
    return statuses;
  }

  private static Map<String, Profile> byLogin(List<Profile> profiles) {
    return profiles.stream().collect(Collectors.toMap(Profile::login, Function.identity()));
  }

  private static Profile profile(ResultSet row) throws SQLException {
    return new Profile(
        row.getString("login"),
        row.getInt("capacity"),
        words(row.getString("skills")),
        words(row.getString("stores")));
  }

  private static RoutingRule rule(ResultSet row) throws SQLException {
    return new RoutingRule(
        row.getString("name"),
        RuleJson.decode(row.getString("facts")),
        row.getString("group_name"),
        words(row.getString("skills")),
        Lane.of(row.getString("lane")));
  }

  private static String joined(Set<String> words) {
    return words.stream().sorted().collect(Collectors.joining(","));
  }

  private static Set<String> words(String joined) {
    return Stream.of(joined.split(",")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
  }
}
