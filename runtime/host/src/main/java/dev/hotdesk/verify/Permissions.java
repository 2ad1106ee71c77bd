package dev.hotdesk.verify;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that a plugin asks to be allowed to do, as its manifest says in {@code
 * Hotdesk-Permissions}: what is not in here, it does not get.
 *
 * @param all in a fixed order
 */
public record Permissions(SortedSet<Permission> all) {

  static final String ATTRIBUTE = "Hotdesk-Permissions";

  /** Nothing at all. */
  public static final Permissions NONE = new Permissions(new TreeSet<>());

  /** Copies the set. */
  public Permissions {
    all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
  }

  /** Just these. */
  public static Permissions of(Collection<Permission> some) {
    return new Permissions(new TreeSet<>(some));
  }

  /**
   * Reads a list with commas.
   *
   * @throws IllegalArgumentException that names what is wrong and what was wanted
   */
  public static Permissions parse(String text) {
    var all = new TreeSet<Permission>();
    if (!text.isBlank()) {
      for (var word : text.split(",", -1)) {
        all.add(Permission.parse(word.strip()));
      }
    }
    return new Permissions(all);
  }

  /** Whether something of this kind may be done at all. */
  public boolean allows(Permission.Kind kind) {
    return all.stream().anyMatch(permission -> permission.kind() == kind);
  }

  /** Whether a secret of this name may be read. */
  public boolean allowsSecret(String name) {
    return all.contains(new Permission(Permission.Kind.SECRET, name));
  }

  /** Whether a request to this host and port may be sent. */
  public boolean allowsHost(String host, int port) {
    var name = host.toLowerCase(Locale.ROOT);
    return all.stream().anyMatch(permission -> permission.opens(name, port));
  }

  /** As the manifest writes them. */
  @Override
  public String toString() {
    return all.stream().map(Permission::toString).collect(Collectors.joining(", "));
  }
}
