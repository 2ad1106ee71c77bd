package dev.hotdesk.bench.skew;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Makes the clock of the process that it is loaded into wrong: every time that Java code reads
 * through {@link Clock} or {@link java.time.Instant} is off by as many seconds as it is told.
 */
public final class SkewAgent {

  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

  private SkewAgent() {}

  /** Called by the JVM before the program begins. */
  public static void premain(String seconds, Instrumentation jvm)
      throws UnmodifiableClassException {
    jvm.addTransformer(new Skewed(Long.parseLong(seconds)), true);
    jvm.retransformClasses(Clock.class);
  }

  /** The method that all clocks read the time by, with more seconds at its end. */
  private record Skewed(long seconds) implements ClassFileTransformer {

    @Override
    public byte @Nullable [] transform(
        Module module,
        @Nullable ClassLoader loader,
        String name,
        @Nullable Class<?> before,
        @Nullable ProtectionDomain domain,
        byte[] bytes) {
      if (!"java/time/Clock".equals(name)) {
        return null;
      }
      CodeTransform later =
          (code, element) -> {
            if (element instanceof ReturnInstruction end && end.opcode() == Opcode.ARETURN) {
              code.loadConstant(seconds)
                  .invokevirtual(
                      INSTANT, "plusSeconds", MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
            }
            code.with(element);
          };
      var file = ClassFile.of();
      return file.transformClass(
          file.parse(bytes),
          ClassTransform.transformingMethodBodies(
              method -> method.methodName().equalsString("currentInstant"), later));
    }
  }
}
