package dev.hotdesk.verify;

import java.lang.constant.MethodTypeDesc;

/** What a class file may want from elsewhere. Names are as in class files. */
sealed interface Reference {

  /** The class that it is, or is in. */
  String owner();

  /** A class. */
  record OfType(String owner) implements Reference {

    @Override
    public String toString() {
      return "the class " + dotted(owner);
    }
  }

  /** A field or a method. */
  record OfMember(String owner, String name, String descriptor) implements Reference {

    boolean isMethod() {
      return descriptor.startsWith("(");
    }

    /** As {@link Shape} keeps it. */
    String key() {
      return key(name, descriptor);
    }

    static String key(String name, String descriptor) {
      return descriptor.startsWith("(") ? name + descriptor : name + ":" + descriptor;
    }

    @Override
    public String toString() {
      var display = isMethod() ? MethodTypeDesc.ofDescriptor(descriptor).displayDescriptor() : "";
      var parameters = isMethod() ? display.substring(0, display.lastIndexOf(')') + 1) : "";
      return "the %s %s.%s%s"
          .formatted(isMethod() ? "method" : "field", dotted(owner), name, parameters);
    }
  }

  /** A class name as people write it. */
  static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }
}
