package dev.hotdesk.weave;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What woven code calls instead of a method of the JDK.
 *
 * @param in the class that has it
 * @param wantsCaller whether it is given the calling class
 */
record Detour(ClassDesc in, String name, MethodTypeDesc type, boolean wantsCaller) {

  private static final List<Class<?>> ALL =
      List.of(
          TextDetours.class,
          WaitDetours.class,
          ClassDetours.class,
          EndDetours.class,
          ThreadDetours.class);
  private static final Map<String, Detour> BY_ORIGINAL = byOriginal();

  /** The detour round this method, if there is one. */
  static @Nullable Detour of(String owner, String name, String descriptor) {
    return BY_ORIGINAL.get(key(owner, name, descriptor));
  }

  /** Whether a class is one of the detours. */
  static boolean leadsTo(String className) {
    return ALL.stream().anyMatch(type -> type.getName().equals(className));
  }

  static ClassDesc described(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private static Map<String, Detour> byOriginal() {
    var all = new HashMap<String, Detour>();
    for (var type : ALL) {
      for (var method : type.getMethods()) {
        var of = method.getAnnotation(InsteadOf.class);
        if (of != null) {
          all.put(original(of, method), detour(of, method));
        }
      }
    }
    return Map.copyOf(all);
  }

  private static Detour detour(InsteadOf of, Method method) {
    return new Detour(
        described(method.getDeclaringClass()), method.getName(), type(method), of.wantsCaller());
  }

  private static String original(InsteadOf of, Method method) {
    var type = type(method);
    int from = of.isStatic() ? 0 : 1;
    int to = type.parameterCount() - (of.wantsCaller() ? 1 : 0);
    return key(
        of.value().getName().replace('.', '/'),
        method.getName(),
        MethodTypeDesc.of(type.returnType(), type.parameterList().subList(from, to))
            .descriptorString());
  }

  private static MethodTypeDesc type(Method method) {
    return MethodTypeDesc.ofDescriptor(
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .descriptorString());
  }

  private static String key(String owner, String name, String descriptor) {
    return owner + '.' + name + descriptor;
  }
}
