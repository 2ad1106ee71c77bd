package dev.hotdesk.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Whether the classes of a jar find every class, field and method that they want: in the jar, in
 * the JDK, or among the exported packages.
 *
 * <p>What the extensions lead to must find it all; what lies unused in a bundled library need not,
 * and neither need code that catches the error, nor what the manifest calls optional.
 */
final class Linkage {

  static final String OPTIONAL = "Hotdesk-Optional";

  private final Findings findings;
  private final JarCode code;
  private final JarContents contents;
  private final List<String> optional;
  private final Map<Reference, Boolean> missing = new HashMap<>();

  Linkage(String file, JarCode code, JarContents contents) {
    this.findings = new Findings("linkage", file);
    this.code = code;
    this.contents = contents;
    this.optional =
        List.of(contents.attribute(OPTIONAL).orElse("").split("[,\\s]+")).stream()
            .filter(name -> !name.isEmpty())
            .map(
                name ->
                    JarCode.internal(
                        name.endsWith(".*") ? name.substring(0, name.length() - 2) : name))
            .toList();
  }

  Check check() {
    roots();
    for (var type : code.classes()) {
      for (var wanted : type.wants()) {
        if (missing.computeIfAbsent(wanted, this::isMissing)) {
          tell(type, wanted);
        }
      }
    }
    code.damaged()
        .forEach(
            (name, found) ->
                findings.add(
                    code.isReached(name),
                    name,
                    "the class %s cannot be read (%s); wanted one for Java %d or lower: build it anew."
                        .formatted(Reference.dotted(name), found, Runtime.version().feature())));
    return findings.toCheck(
        "All that its %,d classes need is there.".formatted(code.classes().size()));
  }

  private void roots() {
    for (var name : code.absent(contents.extensions())) {
      tell(JarContents.EXTENSION_INDEX, new Reference.OfType(JarCode.internal(name)), true);
    }
    for (var name : code.absent(contents.attribute("Plugin-Class").stream().toList())) {
      tell("Plugin-Class", new Reference.OfType(JarCode.internal(name)), true);
    }
    var extensions = contents.extensions().stream().map(JarCode::internal).toList();
    for (var type : code.classes()) {
      if (extensions.contains(type.name())) {
        var inSignatures = new HashSet<Reference>();
        type.shape().members().forEach(key -> JarClass.addTypesOf(inSignatures, descriptor(key)));
        inSignatures.removeIf(wanted -> code.isThere(wanted.owner()));
        inSignatures.forEach(wanted -> tell(Reference.dotted(type.name()), wanted, true));
      }
    }
  }

  private static String descriptor(String key) {
    int at = key.indexOf('(');
    return at < 0 ? "" : key.substring(at);
  }

  /** A member of a missing class is not told of; the class is. */
  private boolean isMissing(Reference wanted) {
    return switch (wanted) {
      case Reference.OfType type -> !code.isThere(type.owner());
      case Reference.OfMember member -> code.isThere(member.owner()) && code.home(member).isEmpty();
    };
  }

  private void tell(JarClass by, Reference wanted) {
    var place = code.uses(by).place(wanted);
    if (place.isPresent() && !place.get().isGuarded()) {
      var where =
          Reference.dotted(by.name())
              + (place.get().method().isEmpty() ? "" : "." + place.get().method());
      tell(where, wanted, code.isReached(by.name()) && !isOptional(wanted.owner()));
    }
  }

  private void tell(String where, Reference wanted, boolean isFailure) {
    var what =
        wanted instanceof Reference.OfType
            ? "which neither the jar nor the runtime brings"
            : "which that class, as %s brings it, does not have".formatted(provider(wanted));
    var mend =
        wanted instanceof Reference.OfType
            ? "; wanted it in the jar: pack it in, or name its package in Hotdesk-Optional if the"
                + " plugin does without it."
            : "; wanted the version that it was compiled with: pack that in, or compile it against"
                + " what runs it.";
    findings.add(
        isFailure,
        wanted,
        "%s needs %s, %s%s"
            .formatted(where, wanted, what, isFailure ? mend : "; the extensions do without it."));
  }

  private String provider(Reference wanted) {
    var name = Reference.dotted(wanted.owner());
    if (ExportedPackages.contain(name)) {
      return "the runtime";
    }
    return code.classes().stream().anyMatch(type -> type.name().equals(wanted.owner()))
        ? "the jar"
        : "Java " + Runtime.version().feature();
  }

  private boolean isOptional(String name) {
    return optional.stream().anyMatch(it -> name.equals(it) || name.startsWith(it + "/"));
  }
}
