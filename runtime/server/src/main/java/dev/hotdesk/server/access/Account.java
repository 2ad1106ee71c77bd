package dev.hotdesk.server.access;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A member of staff who may log in.
 *
 * @param login the name to log in with
 * @param name the name that customers and colleagues see
 * @param roles what they may do
 * @param disabled whether they may not log in for now
 */
public record Account(String login, String name, Set<Role> roles, boolean disabled) {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  /** Copies the roles. */
  public Account {
    roles = Set.copyOf(roles);
  }

  /** Whether this can be a login: lower-case letters, digits, dot, dash and underscore. */
  public static boolean isLogin(String login) {
    return LOGIN.matcher(login).matches();
  }

  /** Whether they may use the admin console. */
  public boolean isAdmin() {
    return roles.contains(Role.ADMIN) && !disabled;
  }

  /** The words for their roles, with the roles that those include. */
  public Set<String> groups() {
    return Role.words(roles);
  }
}
