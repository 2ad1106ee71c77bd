package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Group;
import dev.hotdesk.assignment.RoutingRule;
import dev.hotdesk.assignment.Rulebook;
import dev.hotdesk.assignment.Seat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that is set about who gets whom, as it was at one moment.
 *
 * @param revision grows with each change
 * @param rulesRevision grows with each change of the rules
 * @param groups what admins have said of groups, each with its members
 * @param profiles what is set about operators, by login
 * @param statuses what operators have said of themselves, by login
 * @param rules in the order in which they are looked at
 */
public record Staffing(
    long revision,
    long rulesRevision,
    List<Membership> groups,
    Map<String, Profile> profiles,
    Map<String, Seat.Status> statuses,
    List<RoutingRule> rules) {

  /** Nothing is set. */
  public static final Staffing NONE = new Staffing(0, 0, List.of(), Map.of(), Map.of(), List.of());

  /** Copies what it holds. */
  public Staffing {
    groups = List.copyOf(groups);
    profiles = Map.copyOf(profiles);
    statuses = Map.copyOf(statuses);
    rules = List.copyOf(rules);
  }

  /**
   * A group and who belongs to it.
   *
   * @param members their logins
   */
  public record Membership(Group group, Set<String> members) {

    /** Copies the members. */
    public Membership {
      members = Set.copyOf(members);
    }
  }

  Rulebook rulebook() {
    return new Rulebook(groups.stream().map(Membership::group).toList(), rules);
  }

  /** The groups that an operator belongs to, besides the one of everybody. */
  public Set<String> groupsOf(String login) {
    return groups.stream()
        .filter(each -> each.members().contains(login))
        .map(each -> each.group().name())
        .collect(Collectors.toSet());
  }

  /** What is set about an operator. */
  public Profile profile(String login) {
    return profiles.getOrDefault(login, Profile.blank(login));
  }

  /** What somebody who is here has said of themselves. */
  Seat.Status status(String login) {
    return statuses.getOrDefault(login, Seat.Status.ONLINE);
  }
}
