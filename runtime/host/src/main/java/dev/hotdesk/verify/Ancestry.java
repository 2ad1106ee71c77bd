package dev.hotdesk.verify;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One walk up the ancestors of a class, in search of a member. */
final class Ancestry {

  private static final Set<String> POLYMORPHIC =
      Set.of("java/lang/invoke/MethodHandle", "java/lang/invoke/VarHandle");

  private final Reference.OfMember member;
  private final Set<String> seen = new HashSet<>();
  private final Function<String, Optional<Shape>> find;
  private boolean isBlind;

  Ancestry(Reference.OfMember member, Function<String, Optional<Shape>> find) {
    this.member = member;
    this.find = find;
  }

  /** Whether a class on the way was missing. */
  boolean isBlind() {
    return isBlind;
  }

  /** The class that declares the member: this one, or one of its ancestors. */
  Optional<String> in(String name) {
    if (!seen.add(name)) {
      return Optional.empty();
    }
    var shape = find.apply(name);
    if (shape.isEmpty()) {
      isBlind = true;
      return Optional.empty();
    }
    if (shape.get().members().contains(member.key())
        || (POLYMORPHIC.contains(name) && isPolymorphic(shape.get()))) {
      return Optional.of(name);
    }
    for (var parent : shape.get().parents()) {
      var found = in(parent);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private boolean isPolymorphic(Shape shape) {
    return shape.members().stream()
        .anyMatch(key -> key.startsWith(member.name() + "([Ljava/lang/Object;)"));
  }
}
