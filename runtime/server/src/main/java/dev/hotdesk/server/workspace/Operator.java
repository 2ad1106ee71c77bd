package dev.hotdesk.server.workspace;

import java.util.Set;

/**
 * A member of staff who may come to the desk.
 *
 * @param login the log-in name
 * @param name how colleagues and customers see them
 * @param roles the words for what they may do
 */
public record Operator(String login, String name, Set<String> roles) {

  /** Copies the roles. */
  public Operator {
    roles = Set.copyOf(roles);
  }

  boolean mayServe() {
    return roles.contains("operator");
  }

  boolean maySupervise() {
    return roles.contains("supervisor");
  }
}
