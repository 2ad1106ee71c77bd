package dev.hotdesk.weave;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** A plugin does not end the runtime. Public because woven code lies in other packages. */
@SuppressWarnings("DoNotCallSuggester") // Woven code calls what must not be called.
public final class EndDetours {

  private EndDetours() {}

  @InsteadOf(value = System.class, isStatic = true)
  public static void exit(int status) {
    throw refusal("System.exit");
  }

  @InsteadOf(Runtime.class)
  public static void exit(Runtime runtime, int status) {
    throw refusal("Runtime.exit");
  }

  @InsteadOf(Runtime.class)
  public static void halt(Runtime runtime, int status) {
    throw refusal("Runtime.halt");
  }

  /** A call by reflection does not pass by the others; this one is asked first. */
  public static void allow(Method method) {
    refuseEnd(method.getDeclaringClass(), method.getName());
  }

  @InsteadOf(Lookup.class)
  public static MethodHandle findStatic(Lookup lookup, Class<?> in, String name, MethodType type)
      throws ReflectiveOperationException {
    refuseEnd(in, name);
    return lookup.findStatic(in, name, type);
  }

  @InsteadOf(Lookup.class)
  public static MethodHandle findVirtual(Lookup lookup, Class<?> in, String name, MethodType type)
      throws ReflectiveOperationException {
    refuseEnd(in, name);
    return lookup.findVirtual(in, name, type);
  }

  private static void refuseEnd(Class<?> in, String name) {
    if ((in == System.class || in == Runtime.class)
        && (name.equals("exit") || name.equals("halt"))) {
      throw refusal(in.getSimpleName() + "." + name);
    }
  }

  private static SecurityException refusal(String call) {
    return new SecurityException(
        call
            + " was called by a plugin, which would end the runtime; wanted an exception or an"
            + " answer: throw or return instead.");
  }
}
