package dev.hotdesk.weave;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/** Weaves checks into one method. */
final class MethodWeaving implements CodeTransform {

  private static final int INVOKEDYNAMIC = 51;
  private static final ClassDesc GUARD = Guard.class.describeConstable().orElseThrow();
  private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
  private static final MethodTypeDesc CAUGHT =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable);
  private static final DynamicCallSiteDesc CHECK =
      DynamicCallSiteDesc.of(
          MethodHandleDesc.ofMethod(
              DirectMethodHandleDesc.Kind.STATIC,
              GUARD,
              "check",
              MethodTypeDesc.of(
                  ConstantDescs.CD_CallSite,
                  ConstantDescs.CD_MethodHandles_Lookup,
                  ConstantDescs.CD_String,
                  ConstantDescs.CD_MethodType)),
          "check",
          NOTHING);

  private final CodeModel code;
  private final boolean hasDynamicCalls;
  private final Rewrites rewrites;
  private final Layout layout;
  private final Ranges ranges;
  private int index = -1;
  private boolean isEntered;
  private @Nullable Label start;

  private MethodWeaving(ClassModel in, CodeModel code) {
    this.code = code;
    this.hasDynamicCalls = in.majorVersion() >= INVOKEDYNAMIC;
    this.rewrites = new Rewrites(in.thisClass().asSymbol(), in.majorVersion());
    this.layout = new Layout(code.elementList());
    this.ranges = new Ranges(layout);
  }

  /** Weaves this method of this class. */
  static CodeTransform of(ClassModel in, CodeModel code) {
    return CodeTransform.ofStateful(() -> new MethodWeaving(in, code));
  }

  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    index++;
    if (!isEntered && (element instanceof Instruction || element instanceof LabelTarget)) {
      enter(builder);
    }
    switch (element) {
      case ExceptionCatch _, StackMapTableAttribute _ -> {
        // Written at the end.
      }
      case LocalVariable each when layout.isEntry(each.startScope()) ->
          builder.localVariable(
              each.slot(), each.name(), each.type(), start(builder), each.endScope());
      case LocalVariableType each when layout.isEntry(each.startScope()) ->
          builder.localVariableType(
              each.slot(), each.name(), each.signature(), start(builder), each.endScope());
      case LabelTarget target -> {
        builder.with(target);
        ranges.bound(target.label());
      }
      case Instruction instruction -> {
        if (layout.beginsHandler(index)) {
          handle(builder);
        }
        if (jumpsBack(instruction)) {
          check(builder);
        }
        if (!isRewritten(builder, instruction)) {
          builder.with(instruction);
        }
        ranges.wrote();
      }
      default -> builder.with(element);
    }
  }

  /** Before the first label, as code may come back to it, or may make an object there. */
  private void enter(CodeBuilder builder) {
    isEntered = true;
    builder.labelBinding(start(builder));
    layout.firstLine().ifPresent(builder::with);
    check(builder);
  }

  /** Parameters are there from the first check on, where who steps into a method looks at them. */
  private Label start(CodeBuilder builder) {
    var known = start;
    if (known == null) {
      known = builder.newLabel();
      start = known;
    }
    return known;
  }

  private void handle(CodeBuilder builder) {
    if (layout.swallows(index)) {
      ranges.cut(builder, index, () -> builder.dup().invokestatic(GUARD, "caught", CAUGHT));
    }
    if (layout.handlesItself(index)) {
      check(builder);
    }
  }

  private boolean jumpsBack(Instruction instruction) {
    return switch (instruction) {
      case BranchInstruction branch -> layout.isBefore(branch.target(), index);
      case DiscontinuedInstruction.JsrInstruction jump -> layout.isBefore(jump.target(), index);
      case DiscontinuedInstruction.RetInstruction _ -> true;
      case TableSwitchInstruction _, LookupSwitchInstruction _ -> true;
      default -> false;
    };
  }

  private boolean isRewritten(CodeBuilder builder, Instruction instruction) {
    return switch (instruction) {
      case InvokeInstruction call -> rewrites.rewrite(builder, call);
      case InvokeDynamicInstruction call -> rewrites.rewrite(builder, call);
      default -> false;
    };
  }

  private void check(CodeBuilder builder) {
    ranges.cut(
        builder,
        index,
        () -> {
          if (hasDynamicCalls) {
            builder.invokedynamic(CHECK);
          } else {
            builder.invokestatic(GUARD, "check", NOTHING);
          }
        });
  }

  @Override
  public void atEnd(CodeBuilder builder) {
    ranges.write(builder);
    code.findAttribute(Attributes.stackMapTable()).ifPresent(builder::with);
  }
}
