package dev.hotdesk.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;

/** Leads calls that would leave woven code behind to the detours. */
final class Rewrites {

  private static final int LDC_OF_CLASSES = 49;
  private static final ClassDesc CLASSES = Detour.described(ClassDetours.class);
  private static final ClassDesc ENDS = Detour.described(EndDetours.class);
  private static final ClassDesc THREADS = Detour.described(ThreadDetours.class);
  private static final ClassDesc BYTE_BUFFER = ClassDesc.of("java.nio.ByteBuffer");
  private static final MethodTypeDesc WOVEN =
      MethodTypeDesc.of(
          ConstantDescs.CD_byte.arrayType(),
          ConstantDescs.CD_byte.arrayType(),
          ConstantDescs.CD_int,
          ConstantDescs.CD_int);
  private static final MethodTypeDesc ALLOW =
      MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("java.lang.reflect.Method"));

  private final ClassDesc caller;
  private final boolean knowsClasses;

  /** Rewrites calls in a class of this version. */
  Rewrites(ClassDesc caller, int version) {
    this.caller = caller;
    this.knowsClasses = version >= LDC_OF_CLASSES;
  }

  /** Writes something else in place of this call; false if the call may stay. */
  boolean rewrite(CodeBuilder code, InvokeInstruction call) {
    var name = call.name().stringValue();
    var type = call.type().stringValue();
    var detour = Detour.of(call.owner().asInternalName(), name, type);
    // A class that calls what it overrides means just that.
    if (detour != null && call.opcode() != Opcode.INVOKESPECIAL) {
      if (detour.wantsCaller() && !knowsClasses) {
        return false;
      }
      if (detour.wantsCaller()) {
        code.loadConstant(caller);
      }
      code.invokestatic(detour.in(), detour.name(), detour.type());
      return true;
    }
    prepare(code, call.owner().asInternalName(), name, type);
    return false;
  }

  /** Writes something else in place of a reference to such a method; false if it may stay. */
  boolean rewrite(CodeBuilder code, InvokeDynamicInstruction call) {
    var arguments = call.bootstrapArgs();
    var instead = arguments.stream().map(Rewrites::detoured).toList();
    if (instead.equals(arguments)) {
      return false;
    }
    code.invokedynamic(
        DynamicCallSiteDesc.of(
            call.bootstrapMethod(),
            call.name().stringValue(),
            call.typeSymbol(),
            instead.toArray(ConstantDesc[]::new)));
    return true;
  }

  private static ConstantDesc detoured(ConstantDesc argument) {
    if (!(argument instanceof DirectMethodHandleDesc method)) {
      return argument;
    }
    var owner = method.owner().descriptorString();
    var detour =
        Detour.of(
            owner.substring(1, owner.length() - 1), method.methodName(), method.lookupDescriptor());
    return detour == null || detour.wantsCaller()
        ? argument
        : MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, detour.in(), detour.name(), detour.type());
  }

  /** Changes the arguments of a call that stays. */
  private static void prepare(CodeBuilder code, String owner, String name, String type) {
    if (name.equals("defineClass") && type.endsWith(")Ljava/lang/Class;")) {
      prepareDefinition(code, type);
    } else if (owner.equals("java/lang/reflect/Method") && name.equals("invoke")) {
      int arguments = code.allocateLocal(TypeKind.REFERENCE);
      int target = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(arguments).astore(target).dup().invokestatic(ENDS, "allow", ALLOW);
      code.aload(target).aload(arguments);
    } else if ((owner.equals("java/lang/Thread")
            && name.equals("<init>")
            && type.equals("(Ljava/lang/ThreadGroup;Ljava/lang/Runnable;Ljava/lang/String;J)V"))
        || (owner.equals("java/lang/Thread$Builder$OfPlatform") && name.equals("stackSize"))) {
      code.invokestatic(
          THREADS, "stackSize", MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long));
    }
  }

  /** Calls of {@code ClassLoader.defineClass}, in whatever class the loader is. */
  private static void prepareDefinition(CodeBuilder code, String type) {
    var parameters = MethodTypeDesc.ofDescriptor(type).parameterList();
    int bytes = parameters.indexOf(ConstantDescs.CD_byte.arrayType());
    if (parameters.equals(
        Arrays.asList(
            ConstantDescs.CD_String,
            BYTE_BUFFER,
            ClassDesc.of("java.security.ProtectionDomain")))) {
      code.swap();
      code.invokestatic(CLASSES, "woven", MethodTypeDesc.of(BYTE_BUFFER, BYTE_BUFFER));
      code.swap();
    } else if (bytes >= 0
        && bytes <= 1
        && parameters.size() <= bytes + 4
        && parameters.size() >= bytes + 3
        && parameters.get(bytes + 1).equals(ConstantDescs.CD_int)
        && parameters.get(bytes + 2).equals(ConstantDescs.CD_int)) {
      boolean hasMore = parameters.size() == bytes + 4;
      if (hasMore && parameters.getLast().isPrimitive()) {
        return;
      }
      int more = hasMore ? code.allocateLocal(TypeKind.REFERENCE) : -1;
      if (hasMore) {
        code.astore(more);
      }
      code.invokestatic(CLASSES, "woven", WOVEN);
      code.dup().arraylength().iconst_0().swap();
      if (hasMore) {
        code.aload(more);
      }
    }
  }
}
