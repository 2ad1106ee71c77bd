package dev.hotdesk.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a jar's code does what would harm the whole server, or goes where no permission reaches.
 *
 * <p>A guard rail for honest mistakes, not a wall: reflection passes it by.
 */
final class Forbidden {

  private static final Pattern NATIVE_LIBRARY =
      Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib)");

  private final Findings findings;
  private final JarCode code;
  private final JarContents contents;
  private final Map<Reference, Optional<Harm>> harms = new HashMap<>();

  Forbidden(String file, JarCode code, JarContents contents) {
    this.findings = new Findings("forbidden", file);
    this.code = code;
    this.contents = contents;
  }

  Check check() {
    contents.names().stream()
        .filter(name -> NATIVE_LIBRARY.matcher(name.toLowerCase(Locale.ROOT)).matches())
        .sorted()
        .forEach(
            name ->
                findings.add(
                    true,
                    name,
                    "it brings the native library %s, which Java cannot hold back; wanted plain Java: leave it out."
                        .formatted(name)));
    for (var type : code.classes()) {
      for (var method : type.natives()) {
        findings.add(
            code.isReached(type.name()),
            type,
            "%s.%s is a native method, which Java cannot hold back; wanted plain Java: leave it out."
                .formatted(Reference.dotted(type.name()), method));
      }
      type.wants().forEach(wanted -> look(type, wanted));
    }
    return findings.toCheck("It calls nothing that could harm the server.");
  }

  private void look(JarClass by, Reference wanted) {
    var harm = harms.computeIfAbsent(wanted, this::harm);
    if (harm.isEmpty()) {
      return;
    }
    var place = code.uses(by).place(wanted);
    if (place.isPresent()) {
      findings.add(
          harm.get().isRefused() && code.isReached(by.name()),
          List.of(by.name(), harm.get()),
          "%s%s uses %s, which %s."
              .formatted(
                  Reference.dotted(by.name()),
                  place.get().method().isEmpty() ? "" : "." + place.get().method(),
                  wanted,
                  harm.get().words()));
    }
  }

  private Optional<Harm> harm(Reference wanted) {
    return switch (wanted) {
      case Reference.OfType type -> Harm.of(type.owner()).or(() -> internal(type.owner()));
      case Reference.OfMember member ->
          code.home(member).flatMap(home -> Harm.of(home, member.name()));
    };
  }

  private Optional<Harm> internal(String name) {
    return code.isInternal(name) ? Optional.of(Harm.INTERNAL) : Optional.empty();
  }
}
