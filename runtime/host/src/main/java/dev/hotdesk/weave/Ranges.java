package dev.hotdesk.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The exception table of a method, without the checks that lie behind their own handler: what such
 * a check throws would come back to it for ever.
 */
final class Ranges {

  private final Layout layout;
  private final Map<Label, Integer> written = new HashMap<>();
  private final Map<ExceptionCatch, List<Cut>> cuts = new HashMap<>();
  private int instructions;

  private record Cut(Label from, Label to) {}

  Ranges(Layout layout) {
    this.layout = layout;
  }

  /** A label of the original has been written. */
  void bound(Label label) {
    written.put(label, instructions);
  }

  /** An instruction of the original has been written. */
  void wrote() {
    instructions++;
  }

  /** Writes what may throw, at this position of the original. */
  void cut(CodeBuilder builder, int index, Runnable write) {
    var cut = new Cut(builder.newLabel(), builder.newLabel());
    boolean isCut = false;
    for (var each : layout.catches()) {
      if (layout.isBefore(each.tryStart(), index)
          && !layout.isBefore(each.tryEnd(), index)
          && layout.isBefore(each.handler(), index)) {
        cuts.computeIfAbsent(each, _ -> new ArrayList<>()).add(cut);
        isCut = true;
      }
    }
    if (isCut) {
      builder.labelBinding(cut.from);
      written.put(cut.from, instructions);
    }
    write.run();
    if (isCut) {
      builder.labelBinding(cut.to);
      instructions++;
      written.put(cut.to, instructions);
    } else {
      instructions++;
    }
  }

  /** Writes the table. */
  void write(CodeBuilder builder) {
    for (var each : layout.catches()) {
      var start = each.tryStart();
      for (var cut : cuts.getOrDefault(each, List.of())) {
        write(builder, each, start, cut.from);
        start = cut.to;
      }
      write(builder, each, start, each.tryEnd());
    }
  }

  private void write(CodeBuilder builder, ExceptionCatch each, Label from, Label to) {
    if (count(from) < count(to)) {
      builder.exceptionCatch(from, to, each.handler(), each.catchType());
    }
  }

  private int count(Label label) {
    var count = written.get(label);
    if (count == null) {
      throw new IllegalArgumentException("a label was not written");
    }
    return count;
  }
}
