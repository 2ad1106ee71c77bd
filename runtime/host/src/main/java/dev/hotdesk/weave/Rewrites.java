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
import java.util.HashMap;
import java.util.Map;

/** Leads calls that would leave woven code behind to {@link Detours}. */
final class Rewrites {

  private static final int LDC_OF_CLASSES = 49;
  private static final ClassDesc DETOURS = Detours.class.describeConstable().orElseThrow();
  private static final ClassDesc BYTE_BUFFER = ClassDesc.of("java.nio.ByteBuffer");
  private static final MethodTypeDesc WOVEN =
      MethodTypeDesc.of(
          ConstantDescs.CD_byte.arrayType(),
          ConstantDescs.CD_byte.arrayType(),
          ConstantDescs.CD_int,
          ConstantDescs.CD_int);
  private static final MethodTypeDesc ALLOW =
      MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("java.lang.reflect.Method"));
  private static final Map<String, Detour> DETOURED = detoured();

  private final ClassDesc caller;
  private final boolean knowsClasses;

  /** Rewrites calls in a class of this version. */
  Rewrites(ClassDesc caller, int version) {
    this.caller = caller;
    this.knowsClasses = version >= LDC_OF_CLASSES;
  }

  private record Detour(String name, MethodTypeDesc type, boolean wantsCaller) {}

  private static Map<String, Detour> detoured() {
    var all = new HashMap<String, Detour>();
    for (var method : Detours.class.getMethods()) {
      var of = method.getAnnotation(InsteadOf.class);
      if (of != null) {
        var type =
            MethodTypeDesc.ofDescriptor(
                java.lang.invoke.MethodType.methodType(
                        method.getReturnType(), method.getParameterTypes())
                    .descriptorString());
        int from = of.isStatic() ? 0 : 1;
        int to = type.parameterCount() - (of.wantsCaller() ? 1 : 0);
        var original = MethodTypeDesc.of(type.returnType(), type.parameterList().subList(from, to));
        all.put(
            key(
                of.value().getName().replace('.', '/'),
                method.getName(),
                original.descriptorString()),
            new Detour(method.getName(), type, of.wantsCaller()));
      }
    }
    return Map.copyOf(all);
  }

  private static String key(String owner, String name, String descriptor) {
    return owner + '.' + name + descriptor;
  }

  /** Writes something else in place of this call; false if the call may stay. */
  boolean rewrite(CodeBuilder code, InvokeInstruction call) {
    var name = call.name().stringValue();
    var type = call.type().stringValue();
    var detour = DETOURED.get(key(call.owner().asInternalName(), name, type));
    // A class that calls what it overrides means just that.
    if (detour != null && call.opcode() != Opcode.INVOKESPECIAL) {
      if (detour.wantsCaller && !knowsClasses) {
        return false;
      }
      if (detour.wantsCaller) {
        code.loadConstant(caller);
      }
      code.invokestatic(DETOURS, detour.name, detour.type);
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
        DETOURED.get(
            key(
                owner.substring(1, owner.length() - 1),
                method.methodName(),
                method.lookupDescriptor()));
    return detour == null || detour.wantsCaller
        ? argument
        : MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, DETOURS, detour.name, detour.type);
  }

  /** Changes the arguments of a call that stays. */
  private static void prepare(CodeBuilder code, String owner, String name, String type) {
    if (name.equals("defineClass") && type.endsWith(")Ljava/lang/Class;")) {
      prepareDefinition(code, type);
    } else if (owner.equals("java/lang/reflect/Method") && name.equals("invoke")) {
      int arguments = code.allocateLocal(TypeKind.REFERENCE);
      int target = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(arguments).astore(target).dup().invokestatic(DETOURS, "allow", ALLOW);
      code.aload(target).aload(arguments);
    } else if ((owner.equals("java/lang/Thread")
            && name.equals("<init>")
            && type.equals("(Ljava/lang/ThreadGroup;Ljava/lang/Runnable;Ljava/lang/String;J)V"))
        || (owner.equals("java/lang/Thread$Builder$OfPlatform") && name.equals("stackSize"))) {
      code.invokestatic(
          DETOURS, "stackSize", MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_long));
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
      code.invokestatic(DETOURS, "woven", MethodTypeDesc.of(BYTE_BUFFER, BYTE_BUFFER));
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
      code.invokestatic(DETOURS, "woven", WOVEN);
      code.dup().arraylength().iconst_0().swap();
      if (hasMore) {
        code.aload(more);
      }
    }
  }
}
