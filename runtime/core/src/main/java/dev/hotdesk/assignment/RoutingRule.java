package dev.hotdesk.assignment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * To which group conversations with these facts go. Of several that fit, the first counts.
 *
 * @param name what an admin calls it
 * @param when the facts that must be so, each with the values that fit; a value that ends in {@code
 *     *} fits all that begin like it. Without any, the rule fits everybody
 * @param group where they go
 * @param skills what an operator must know to serve them
 * @param lane how soon their turn comes; empty for as usual
 */
public record RoutingRule(
    String name,
    Map<Fact, Set<String>> when,
    String group,
    Set<String> skills,
    Optional<Lane> lane) {

  /** Copies what it holds. */
  public RoutingRule {
    when =
        when.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
    skills = Set.copyOf(skills);
  }

  /** Whether it is for a conversation with these facts. */
  public boolean fits(Map<Fact, String> facts) {
    return when.entrySet().stream()
        .allMatch(
            each ->
                each.getValue().stream()
                    .anyMatch(wanted -> fits(wanted, facts.getOrDefault(each.getKey(), ""))));
  }

  private static boolean fits(String wanted, String found) {
    return wanted.endsWith("*")
        ? found.startsWith(wanted.substring(0, wanted.length() - 1))
        : found.equals(wanted);
  }
}
