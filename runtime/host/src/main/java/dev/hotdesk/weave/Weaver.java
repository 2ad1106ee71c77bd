package dev.hotdesk.weave;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.DeadCodeOption;
import java.lang.classfile.ClassFile.ShortJumpsOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;

/**
 * Weaves checks into a class: at the beginning of each method, before each jump back, before each
 * switch, and where an exception is caught that could hide the end of the thread. As checks add no
 * branches, the frames of the original stay true, and no other class need be looked at. Stateless.
 */
public final class Weaver {

  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          StackMapsOption.DROP_STACK_MAPS,
          DeadCodeOption.KEEP_DEAD_CODE,
          ShortJumpsOption.FAIL_ON_SHORT_JUMPS);

  private Weaver() {}

  /**
   * The same class with checks.
   *
   * @throws UnweavableClassError if it is no class file, or if a method has no room for its checks
   */
  public static byte[] weave(byte[] bytes) {
    ClassModel original;
    try {
      original = CLASS_FILE.parse(bytes);
    } catch (IllegalArgumentException e) {
      throw new UnweavableClassError(
          "What should be a class file is none (%s); wanted one that Java %d can read: build it anew."
              .formatted(e.getMessage(), Runtime.version().feature()),
          e);
    }
    try {
      return CLASS_FILE.transformClass(
          original,
          (builder, element) -> {
            if (element instanceof MethodModel method && method.code().isPresent()) {
              builder.transformMethod(
                  method,
                  (inMethod, part) -> {
                    if (part instanceof CodeModel code) {
                      inMethod.transformCode(code, MethodWeaving.of(original, code));
                    } else {
                      inMethod.with(part);
                    }
                  });
            } else {
              builder.with(element);
            }
          });
    } catch (IllegalArgumentException e) {
      throw new UnweavableClassError(
          "The class %s cannot be made stoppable (%s); wanted room for checks in each method, which may have 65,535 bytes: split the longest method."
              .formatted(original.thisClass().asInternalName().replace('/', '.'), e.getMessage()),
          e);
    }
  }

  /** Whether a class of this name is called by woven code, whatever else its loader sees. */
  public static boolean isCalledByWovenCode(String className) {
    return className.equals(Guard.class.getName()) || Detour.leadsTo(className);
  }
}
