package dev.hotdesk.verify;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What others can see of a class.
 *
 * @param name as in class files
 * @param parents its super class and its interfaces
 * @param members keys of its own fields and methods
 * @param isInterface whether it is one
 */
record Shape(String name, List<String> parents, Set<String> members, boolean isInterface) {

  private static final ClassFile PARSER =
      ClassFile.of(
          ClassFile.DebugElementsOption.DROP_DEBUG,
          ClassFile.LineNumbersOption.DROP_LINE_NUMBERS,
          ClassFile.StackMapsOption.DROP_STACK_MAPS);

  /** Throws whatever it likes if these bytes are no class. */
  static ClassModel parse(byte[] bytes) {
    return PARSER.parse(bytes);
  }

  static Shape of(ClassModel model) {
    var parents = new java.util.ArrayList<String>();
    model.superclass().ifPresent(parent -> parents.add(parent.asInternalName()));
    model.interfaces().forEach(parent -> parents.add(parent.asInternalName()));
    var members = new HashSet<String>();
    for (var field : model.fields()) {
      members.add(
          Reference.OfMember.key(field.fieldName().stringValue(), field.fieldType().stringValue()));
    }
    for (var method : model.methods()) {
      members.add(
          Reference.OfMember.key(
              method.methodName().stringValue(), method.methodType().stringValue()));
    }
    return new Shape(
        model.thisClass().asInternalName(),
        List.copyOf(parents),
        members,
        model.flags().has(AccessFlag.INTERFACE));
  }
}
