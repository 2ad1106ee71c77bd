package dev.hotdesk.verify;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stretches of one method in which a missing class does no harm, as somebody catches the error
 * and goes on.
 */
final class Guards {

  private static final String THROWABLE = "java/lang/Throwable";
  private static final Set<String> ERRORS =
      Set.of(
          "java/lang/ClassNotFoundException",
          "java/lang/NoClassDefFoundError",
          "java/lang/NoSuchMethodError",
          "java/lang/NoSuchFieldError",
          "java/lang/IncompatibleClassChangeError",
          "java/lang/LinkageError",
          "java/lang/Error",
          THROWABLE);

  /** So far we follow a handler to see whether it throws on. */
  private static final int LONGEST_HANDLER = 80;

  private record Stretch(int from, int until) {}

  private final List<CodeElement> code;
  private final Map<Label, Integer> places = new HashMap<>();
  private final List<Stretch> stretches = new ArrayList<>();

  Guards(List<CodeElement> code) {
    this.code = code;
    for (int i = 0; i < code.size(); i++) {
      if (code.get(i) instanceof LabelTarget target) {
        places.put(target.label(), i);
      }
    }
    for (var element : code) {
      if (element instanceof ExceptionCatch handler && guards(handler)) {
        stretches.add(new Stretch(place(handler.tryStart()), place(handler.tryEnd())));
      }
    }
  }

  static boolean isGuard(String type) {
    return ERRORS.contains(type);
  }

  boolean cover(int at) {
    return stretches.stream().anyMatch(it -> it.from <= at && at < it.until);
  }

  private boolean guards(ExceptionCatch handler) {
    var type = handler.catchType();
    return type.isPresent()
        && isGuard(type.get().asInternalName())
        && (!type.get().asInternalName().equals(THROWABLE) || swallows(place(handler.handler())));
  }

  /** Not so the handlers that {@code try} with resources and {@code finally} are made of. */
  private boolean swallows(int handler) {
    int at = handler;
    for (int step = 0; step < LONGEST_HANDLER && at < code.size(); step++) {
      switch (code.get(at)) {
        case ThrowInstruction _ -> {
          return false;
        }
        case ReturnInstruction _ -> {
          return true;
        }
        case InvokeInstruction call when call.name().equalsString("addSuppressed") -> {
          return false;
        }
        case BranchInstruction jump
            when jump.opcode() == Opcode.GOTO || jump.opcode() == Opcode.GOTO_W ->
            at = place(jump.target());
        default -> at++;
      }
    }
    return true;
  }

  private int place(Label label) {
    return places.getOrDefault(label, code.size());
  }
}
