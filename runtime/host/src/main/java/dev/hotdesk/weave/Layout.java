package dev.hotdesk.weave;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where everything is in a method: positions are indices in the list of its elements. */
final class Layout {

  private static final Set<String> HIDING =
      Set.of("java/lang/Throwable", "java/lang/Error", "java/lang/VirtualMachineError");

  private final List<CodeElement> elements;
  private final Map<Label, Integer> positions = new HashMap<>();
  private final List<ExceptionCatch> catches = new ArrayList<>();
  private final Set<Integer> handlers = new HashSet<>();
  private final Set<Integer> swallowing = new HashSet<>();
  private final Set<Integer> circular = new HashSet<>();

  Layout(List<CodeElement> elements) {
    this.elements = elements;
    for (int i = 0; i < elements.size(); i++) {
      switch (elements.get(i)) {
        case LabelTarget target -> positions.put(target.label(), i);
        case ExceptionCatch each -> catches.add(each);
        default -> {}
      }
    }
    for (var each : catches) {
      int handler = instructionAt(position(each.handler()));
      handlers.add(handler);
      if (each.catchType().filter(type -> HIDING.contains(type.asInternalName())).isPresent()) {
        swallowing.add(handler);
      }
      if (position(each.handler()) < position(each.tryEnd()) && !isQuiet(each)) {
        circular.add(handler);
      }
    }
  }

  /** Whether a handler covers only its own clean-up, which the compiler writes and which ends. */
  private boolean isQuiet(ExceptionCatch each) {
    int from = Math.max(position(each.tryStart()), position(each.handler()));
    return position(each.tryStart()) >= position(each.handler())
        && elements.subList(from, position(each.tryEnd())).stream()
            .filter(Instruction.class::isInstance)
            .allMatch(
                it ->
                    it instanceof LoadInstruction
                        || it instanceof StoreInstruction
                        || it instanceof MonitorInstruction);
  }

  private int instructionAt(int position) {
    int i = position;
    while (i < elements.size() && !(elements.get(i) instanceof Instruction)) {
      i++;
    }
    return i;
  }

  int position(Label label) {
    var position = positions.get(label);
    if (position == null) {
      throw new IllegalArgumentException("a label lies nowhere");
    }
    return position;
  }

  /** Whether a label lies before the first instruction. */
  boolean isEntry(Label label) {
    return instructionAt(position(label)) == instructionAt(0);
  }

  boolean isBefore(Label label, int index) {
    return position(label) < index;
  }

  /** The exception table, in its order. */
  List<ExceptionCatch> catches() {
    return catches;
  }

  boolean beginsHandler(int index) {
    return handlers.contains(index);
  }

  /** Whether the handler that begins here could hide that its thread should end. */
  boolean swallows(int index) {
    return swallowing.contains(index);
  }

  /** Whether the handler that begins here lies before the end of what it handles. */
  boolean handlesItself(int index) {
    return circular.contains(index);
  }

  /** The line of the first instruction, if it is known. */
  Optional<LineNumber> firstLine() {
    return elements.stream()
        .takeWhile(element -> !(element instanceof Instruction))
        .filter(LineNumber.class::isInstance)
        .map(LineNumber.class::cast)
        .findFirst();
  }
}
