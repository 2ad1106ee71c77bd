package dev.hotdesk.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.util.concurrent.Callable;

/** This package once more, with a fault put into the bytecode of one class. */
final class Mutant extends ClassLoader {

  private static final String PACKAGE = Mutant.class.getPackageName() + ".";
  private static final int CLOSING = 1 << 31;

  private int changed;

  private Mutant() {
    super(Mutant.class.getClassLoader());
  }

  /** A scenario that runs where the routing table's count of leases knows no closing bit. */
  @SuppressWarnings("unchecked")
  static <R> Callable<R> withoutClosingBit(Class<? extends Callable<R>> scenario)
      throws ReflectiveOperationException {
    var mutant = new Mutant();
    var made = mutant.loadClass(scenario.getName()).getDeclaredConstructor();
    made.setAccessible(true);
    var race = (Callable<R>) made.newInstance();
    mutant.loadClass(RoutingTable.class.getName());
    if (mutant.changed == 0) {
      throw new IllegalStateException(
          "The routing table has no closing bit to take out; wanted the constant " + CLOSING);
    }
    return race;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      return name.startsWith(PACKAGE) ? define(name) : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      var bytes = in.readAllBytes();
      var wanted = name.equals(RoutingTable.class.getName()) ? withoutClosingBit(bytes) : bytes;
      return defineClass(name, wanted, 0, wanted.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] withoutClosingBit(byte[] bytes) {
    var file = ClassFile.of();
    CodeTransform zero =
        (code, element) -> {
          if (element instanceof ConstantInstruction constant
              && Integer.valueOf(CLOSING).equals(constant.constantValue())) {
            changed++;
            code.iconst_0();
          } else {
            code.with(element);
          }
        };
    return file.transformClass(file.parse(bytes), ClassTransform.transformingMethodBodies(zero));
  }
}
