package dev.hotdesk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hotdesk.verify.Permission;
import dev.hotdesk.verify.Permission.Kind;
import dev.hotdesk.verify.Permissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** Which permissions the classes of a plugin use, as their references tell. */
record UsedPermissions(PackedJar jar) {

  private static final String API = "dev/hotdesk/api/";

  /** What is lent, by the methods of the contexts that lend it. */
  private static final Map<String, Kind> METHODS =
      Map.of(
          "http", Kind.OUTBOUND,
          "storage", Kind.STORAGE,
          "events", Kind.EVENTS,
          "secret", Kind.SECRET,
          "timers", Kind.TIMERS,
          "erp", Kind.ERP_READ,
          "documents", Kind.DOCUMENTS_READ);

  /** What is told or opened, by the triggers that ask for it. */
  private static final Map<String, Kind> TRIGGERS =
      Map.of(
          "Trigger$OnMessage", Kind.CONVERSATION_READ,
          "Trigger$OnSession", Kind.CONVERSATION_READ,
          "Trigger$OnHttp", Kind.HTTP,
          "Trigger$OnTimer", Kind.TIMERS);

  /** Fails unless the manifest asks for what is used, and for nothing else. */
  void checkAsked() {
    var asked =
        Permissions.parse(jar.attribute("Hotdesk-Permissions")).all().stream()
            .map(Permission::kind)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    assertEquals(
        words(used()),
        words(asked),
        "Hotdesk-Permissions of the manifest must ask for the kinds of permission that the classes"
            + " use, and for no other");
  }

  private static Set<String> words(Set<Kind> kinds) {
    return kinds.stream().map(Kind::word).collect(Collectors.toSet());
  }

  private Set<Kind> used() {
    var used = EnumSet.noneOf(Kind.class);
    try (var file = new JarFile(jar.path().toFile())) {
      for (var entry : file.stream().filter(it -> it.getName().endsWith(".class")).toList()) {
        try (var bytes = file.getInputStream(entry)) {
          for (var constant : ClassFile.of().parse(bytes.readAllBytes()).constantPool()) {
            kind(constant).ifPresent(used::add);
          }
        }
      }
      return used;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the classes of " + jar.path(), e);
    }
  }

  private static Optional<Kind> kind(PoolEntry constant) {
    return switch (constant) {
      case MemberRefEntry member
          when member.owner().asInternalName().startsWith(API)
              && member.owner().asInternalName().endsWith("Context") ->
          Optional.ofNullable(METHODS.get(member.name().stringValue()));
      case ClassEntry type when type.asInternalName().startsWith(API) ->
          Optional.ofNullable(TRIGGERS.get(type.asInternalName().substring(API.length())));
      default -> Optional.empty();
    };
  }
}
