package dev.hotdesk.bench.skew;

import java.io.IOException;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Makes the clock of the process that it is loaded into wrong: every time that Java code reads
 * through {@link Clock} or {@link java.time.Instant} is off by as many seconds as stand in a file,
 * which is read again several times a second.
 */
public final class SkewAgent {

  private static final String PROPERTY = "bench.skew";
  private static final long LOOK_MILLIS = 200;
  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
  private static final ClassDesc BOXED = ConstantDescs.CD_Long;

  private SkewAgent() {}

  /** Called by the JVM before the program begins. */
  public static void premain(String file, Instrumentation jvm)
      throws UnmodifiableClassException, IOException {
    var seconds = Path.of(file);
    look(seconds);
    jvm.addTransformer(new Skewed(), true);
    jvm.retransformClasses(Clock.class);
    Thread.ofPlatform().daemon().name("skew").start(() -> follow(seconds));
  }

  private static void follow(Path file) {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        look(file);
      }
    } catch (IOException | InterruptedException e) {
      // The bench has gone and taken its files along; the clock stays as it is.
    }
  }

  private static void look(Path file) throws IOException {
    var found = Files.readString(file).strip();
    if (!found.isEmpty()) { // it is just being written
      System.setProperty(PROPERTY, found);
    }
  }

  /** The method that all clocks read the time by, with more seconds at its end. */
  private record Skewed() implements ClassFileTransformer {

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
              code.loadConstant(PROPERTY)
                  .loadConstant(0L)
                  .invokestatic(
                      BOXED,
                      "getLong",
                      MethodTypeDesc.of(BOXED, ConstantDescs.CD_String, ConstantDescs.CD_long))
                  .invokevirtual(BOXED, "longValue", MethodTypeDesc.of(ConstantDescs.CD_long))
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
