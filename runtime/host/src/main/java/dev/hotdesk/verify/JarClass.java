package dev.hotdesk.verify;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.reflect.AccessFlag;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A class of a plugin's jar.
 *
 * @param shape what others can see of it
 * @param entry where in the jar it lies
 * @param wants what its constant pool names
 * @param natives its native methods
 * @param mayGuard whether it catches errors of the kind that a missing class causes
 */
record JarClass(
    Shape shape, String entry, Set<Reference> wants, List<String> natives, boolean mayGuard) {

  /** Reads a class; throws whatever it likes if these bytes are none. */
  static JarClass of(String entry, byte[] bytes) {
    checkAge(bytes);
    var model = Shape.parse(bytes);
    var wants = new HashSet<Reference>();
    boolean mayGuard = false;
    for (var constant : model.constantPool()) {
      switch (constant) {
        case ClassEntry type -> {
          addType(wants, type.asInternalName());
          mayGuard |= Guards.isGuard(type.asInternalName());
        }
        case MemberRefEntry member -> addMember(wants, member);
        case MethodTypeEntry type -> addTypesOf(wants, type.descriptor().stringValue());
        case InvokeDynamicEntry call -> addTypesOf(wants, call.type().stringValue());
        default -> {}
      }
    }
    var natives =
        model.methods().stream()
            .filter(method -> method.flags().has(AccessFlag.NATIVE))
            .map(method -> method.methodName().stringValue())
            .toList();
    return new JarClass(Shape.of(model), entry, wants, natives, mayGuard);
  }

  private static void checkAge(byte[] bytes) {
    if (bytes.length < 8) {
      return;
    }
    var head = ByteBuffer.wrap(bytes);
    int minor = Short.toUnsignedInt(head.getShort(4));
    int major = Short.toUnsignedInt(head.getShort(6));
    if (head.getInt(0) == ClassFile.MAGIC_NUMBER
        && (major > ClassFile.latestMajorVersion() || minor == ClassFile.PREVIEW_MINOR_VERSION)) {
      throw new IllegalArgumentException(
          "it is compiled for Java %d%s"
              .formatted(major - 44, minor == 0 ? "" : " with features in preview"));
    }
  }

  String name() {
    return shape.name();
  }

  static void addMember(Set<Reference> wants, MemberRefEntry member) {
    var owner = member.owner().asInternalName();
    if (!owner.startsWith("[")) {
      wants.add(
          new Reference.OfMember(owner, member.name().stringValue(), member.type().stringValue()));
    }
  }

  /** A class, or that of an array's elements. */
  static void addType(Set<Reference> wants, String name) {
    if (!name.startsWith("[")) {
      wants.add(new Reference.OfType(name));
    } else {
      addTypesOf(wants, name);
    }
  }

  /** All classes in a descriptor. */
  static void addTypesOf(Set<Reference> wants, String descriptor) {
    int at = 0;
    while (at < descriptor.length()) {
      if (descriptor.charAt(at) == 'L') {
        int end = descriptor.indexOf(';', at);
        wants.add(new Reference.OfType(descriptor.substring(at + 1, end)));
        at = end;
      }
      at++;
    }
  }
}
