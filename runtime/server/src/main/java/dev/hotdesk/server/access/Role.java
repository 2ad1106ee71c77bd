package dev.hotdesk.server.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What somebody may do. */
public enum Role {
  /** Serves customers. */
  OPERATOR,
  /** An operator who may take over from another. */
  SUPERVISOR,
  /** Manages plugins and accounts. */
  ADMIN;

  /** The word for {@link #ADMIN} in annotations. */
  public static final String ADMIN_WORD = "admin";

  /** The word for {@link #SUPERVISOR} in annotations. */
  public static final String SUPERVISOR_WORD = "supervisor";

  /** The word for {@link #OPERATOR} in annotations. */
  public static final String OPERATOR_WORD = "operator";

  /** The role's word in the protocol. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role with this word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** These roles and those they include, as words in order. */
  public static Set<String> words(Collection<Role> roles) {
    var words = roles.stream().map(Role::word).collect(Collectors.toCollection(TreeSet::new));
    if (roles.contains(SUPERVISOR)) {
      words.add(OPERATOR.word());
    }
    return words;
  }

  static String stored(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::word).collect(Collectors.joining(","));
  }

  static Set<Role> read(String stored) {
    var roles = EnumSet.noneOf(Role.class);
    for (var word : stored.split(",")) {
      of(word).ifPresent(roles::add);
    }
    return roles;
  }
}
