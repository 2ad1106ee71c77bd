package dev.hotdesk.server.assignment;

import java.util.Set;

/**
 * What is set about an operator.
 *
 * @param login who
 * @param capacity how many customers they may serve at a time; 0 for as many as usual
 * @param skills what they know
 * @param stores for which stores they work; empty for none in particular
 */
public record Profile(String login, int capacity, Set<String> skills, Set<String> stores) {

  /** Copies what it holds. */
  public Profile {
    skills = Set.copyOf(skills);
    stores = Set.copyOf(stores);
  }

  /** Of whom nothing is set. */
  static Profile blank(String login) {
    return new Profile(login, 0, Set.of(), Set.of());
  }
}
