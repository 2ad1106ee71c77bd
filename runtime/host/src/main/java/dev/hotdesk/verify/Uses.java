package dev.hotdesk.verify;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in a class its references stand. */
final class Uses {

  /**
   * One place.
   *
   * @param method in which method, or empty if the class itself is made of it
   * @param isGuarded whether an error that it causes is caught right there
   */
  record Place(String method, boolean isGuarded) {}

  /** Of a class whose code cannot be read. */
  static final Uses NONE = new Uses();

  private final Map<Reference, Place> places = new HashMap<>();

  /** Reads all code of a class; throws whatever it likes if it is damaged. */
  static Uses of(byte[] bytes) {
    var uses = new Uses();
    var model = Shape.parse(bytes);
    uses.structure(model);
    model.methods().forEach(uses::method);
    return uses;
  }

  /** A place of a reference, one without a guard if there is such a one. */
  Optional<Place> place(Reference reference) {
    return Optional.ofNullable(places.get(reference));
  }

  /** Whether nothing needs this class but guarded code. */
  boolean isOptional(Reference.OfType type) {
    var place = places.get(type);
    return place == null || place.isGuarded();
  }

  private void structure(ClassModel model) {
    var wants = new HashSet<Reference>();
    model.superclass().ifPresent(parent -> JarClass.addType(wants, parent.asInternalName()));
    model.interfaces().forEach(parent -> JarClass.addType(wants, parent.asInternalName()));
    note(wants, new Place("", false));
  }

  private void method(MethodModel method) {
    var code = method.code();
    if (code.isEmpty()) {
      return;
    }
    var elements = code.get().elementList();
    var guards = new Guards(elements);
    var wants = new HashSet<Reference>();
    for (int i = 0; i < elements.size(); i++) {
      collect(elements.get(i), wants);
      if (!wants.isEmpty()) {
        note(wants, new Place(method.methodName().stringValue(), guards.cover(i)));
        wants.clear();
      }
    }
  }

  private void note(Set<Reference> wants, Place place) {
    for (var reference : wants) {
      places.merge(reference, place, (old, now) -> old.isGuarded() ? now : old);
      if (reference instanceof Reference.OfMember) {
        places.merge(
            new Reference.OfType(reference.owner()),
            place,
            (old, now) -> old.isGuarded() ? now : old);
      }
    }
  }

  private static void collect(CodeElement element, Set<Reference> wants) {
    switch (element) {
      case FieldInstruction field -> JarClass.addMember(wants, field.field());
      case InvokeInstruction call -> JarClass.addMember(wants, call.method());
      case InvokeDynamicInstruction call -> {
        JarClass.addTypesOf(wants, call.type().stringValue());
        call.invokedynamic().bootstrap().arguments().forEach(it -> collect(it, wants));
      }
      case NewObjectInstruction made -> collect(made.className(), wants);
      case NewReferenceArrayInstruction made -> collect(made.componentType(), wants);
      case NewMultiArrayInstruction made -> collect(made.arrayType(), wants);
      case TypeCheckInstruction check -> collect(check.type(), wants);
      case LoadConstantInstruction load -> collect(load.constantEntry(), wants);
      case ExceptionCatch handler -> handler.catchType().ifPresent(type -> collect(type, wants));
      default -> {}
    }
  }

  private static void collect(LoadableConstantEntry constant, Set<Reference> wants) {
    switch (constant) {
      case ClassEntry type -> JarClass.addType(wants, type.asInternalName());
      case MethodHandleEntry handle -> JarClass.addMember(wants, handle.reference());
      case MethodTypeEntry type -> JarClass.addTypesOf(wants, type.descriptor().stringValue());
      default -> {}
    }
  }
}
