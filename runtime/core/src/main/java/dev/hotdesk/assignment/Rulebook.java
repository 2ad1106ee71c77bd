package dev.hotdesk.assignment;

import dev.hotdesk.assignment.Reason.Rule;
import dev.hotdesk.session.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The house's groups, and the rules that send conversations to them. */
public final class Rulebook {

  /** Everybody in one group, and no rules. */
  public static final Rulebook EMPTY = new Rulebook(List.of(), List.of());

  private final Map<String, Group> groups;
  private final List<RoutingRule> rules;

  /**
   * With these groups and rules. Unless it is among them, the group of everybody is as usual.
   *
   * @param rules in the order in which they are looked at
   */
  public Rulebook(Collection<Group> groups, List<RoutingRule> rules) {
    this.groups =
        Stream.concat(Stream.of(Group.everybody()), groups.stream())
            .collect(
                Collectors.toUnmodifiableMap(
                    Group::name, Function.identity(), (_, given) -> given));
    this.rules = List.copyOf(rules);
  }

  /** The group of this name, if there is one. */
  public Optional<Group> group(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  /** All groups. */
  public Collection<Group> groups() {
    return groups.values();
  }

  /** Where somebody waits, and why there. */
  public Routed route(Waiter waiter) {
    var reasons = new ArrayList<Reason>();
    var rule =
        rules.stream()
            .filter(each -> groups.containsKey(each.group()) && each.fits(waiter.facts()))
            .findFirst();
    var group = aimed(waiter, reasons).or(() -> rule.map(each -> sent(each, waiter, reasons)));
    if (group.isEmpty()) {
      reasons.add(new Reason(Rule.NO_RULE, Group.ALL));
    }
    var lane = lane(rule.flatMap(RoutingRule::lane), rule, waiter, reasons);
    return new Routed(
        waiter,
        group.orElseGet(() -> groups.getOrDefault(Group.ALL, Group.everybody())),
        lane,
        rule.map(RoutingRule::skills).orElse(Set.of()),
        reasons);
  }

  /** The group that somebody was handed to by name. */
  private Optional<Group> aimed(Waiter waiter, List<Reason> reasons) {
    if (!(waiter.target() instanceof Target.Group(var name))) {
      return Optional.empty();
    }
    var group = group(name);
    reasons.add(new Reason(group.isPresent() ? Rule.HANDED_TO_GROUP : Rule.GROUP_IS_GONE, name));
    return group;
  }

  private Group sent(RoutingRule rule, Waiter waiter, List<Reason> reasons) {
    var facts =
        rule.when().keySet().stream()
            .sorted()
            .map(fact -> fact.word() + "=" + waiter.fact(fact))
            .collect(Collectors.joining(", "));
    reasons.add(new Reason(Rule.ROUTING_RULE, rule.name(), facts, rule.group()));
    return groups.getOrDefault(rule.group(), Group.everybody());
  }

  private static Lane lane(
      Optional<Lane> ruled, Optional<RoutingRule> rule, Waiter waiter, List<Reason> reasons) {
    ruled.ifPresent(
        lane ->
            reasons.add(
                new Reason(
                    Rule.LANE_OF_RULE, rule.map(RoutingRule::name).orElse(""), lane.word())));
    var usual = ruled.orElse(Lane.NORMAL);
    var priority = waiter.priority();
    if (priority.steps() == 0) {
      return usual;
    }
    var lane = usual.raised(priority.steps());
    reasons.add(
        new Reason(
            priority.steps() > 0 ? Rule.RAISED : Rule.LOWERED,
            List.of(Reason.same(priority.by()), priority.reason(), Reason.same(lane.word()))));
    return lane;
  }
}
