package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Account;
import dev.hotdesk.server.access.PasswordRules;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account as an admin typed it: anything may be missing or wrong. */
public record Draft(
    @Nullable String login,
    @Nullable String name,
    @Nullable String password,
    @Nullable List<String> roles,
    @Nullable Boolean disabled) {

  static Account account(@Nullable Draft draft) {
    var login = draft == null ? null : draft.login;
    return account(draft, login == null ? "" : login);
  }

  static Account account(@Nullable Draft draft, String login) {
    if (draft == null || !Account.isLogin(login)) {
      throw new ProblemException(
          400, "A login has up to 40 of: lower-case letters, digits, dot, dash, underscore.");
    }
    var name = draft.name == null ? "" : draft.name.strip();
    if (name.isEmpty() || name.length() > 80) {
      throw new ProblemException(400, "A name has 1 to 80 characters.");
    }
    return new Account(login, name, roles(draft.roles), Boolean.TRUE.equals(draft.disabled));
  }

  static String password(@Nullable Draft draft, String login) {
    var password = draft == null || draft.password == null ? "" : draft.password;
    PasswordRules.fault(login, password)
        .ifPresent(
            fault -> {
              throw new ProblemException(400, fault);
            });
    return password;
  }

  private static Set<Role> roles(@Nullable List<String> words) {
    var roles = EnumSet.noneOf(Role.class);
    for (var word : words == null ? List.<String>of() : words) {
      roles.add(
          Role.of(word)
              .orElseThrow(
                  () -> new ProblemException(400, "Roles are operator, supervisor and admin.")));
    }
    if (roles.isEmpty()) {
      throw new ProblemException(400, "Wanted: at least one of operator, supervisor and admin.");
    }
    return roles;
  }
}
