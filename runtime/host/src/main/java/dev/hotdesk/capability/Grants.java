package dev.hotdesk.capability;

import dev.hotdesk.api.NotPermittedException;
import dev.hotdesk.verify.Permission;
import dev.hotdesk.verify.Permissions;
import java.util.List;

/** What a plugin's manifest asks for: what is not in it is not lent. */
record Grants(Permissions permissions) {

  /** Whether this permission is among them, as the manifest writes it. */
  boolean allows(String permission) {
    return permissions.all().stream().anyMatch(each -> each.toString().equals(permission));
  }

  void check(Permission.Kind kind) {
    if (!permissions.allows(kind)) {
      throw new NotPermittedException(kind.word());
    }
  }

  void checkSecret(String name) {
    if (!secrets().contains(name)) {
      throw new NotPermittedException("secret:" + name);
    }
  }

  void checkHost(String host, int port) {
    if (!permissions.allowsHost(host, port)) {
      throw new NotPermittedException(
          "outbound:" + host + (port == 443 || port == 80 ? "" : ":" + port));
    }
  }

  /** The names of the secrets that may be read. */
  List<String> secrets() {
    return permissions.all().stream()
        .filter(permission -> permission.kind() == Permission.Kind.SECRET)
        .map(Permission::value)
        .toList();
  }
}
