package dev.hotdesk.weave;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeaverTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        tools.jackson.databind.ObjectMapper.class,
        tools.jackson.core.JsonParser.class,
        org.h2.Driver.class,
        org.assertj.core.api.Assertions.class,
        org.pf4j.PluginManager.class,
        org.junit.jupiter.engine.JupiterTestEngine.class,
        org.junit.platform.engine.TestEngine.class,
      })
  void every_woven_class_of_a_well_known_jar_verifies(Class<?> inJar) throws Exception {
    var plain = classes(jar(inJar));
    var woven = new HashMap<String, byte[]>();
    plain.forEach((name, bytes) -> woven.put(name, Weaver.weave(bytes)));
    var unwovenLoader = new Loader(plain);
    var loader = new Loader(woven);
    var faults = new ArrayList<String>();
    int linked = 0;
    for (var name : woven.keySet()) {
      var fault = link(loader, name);
      if (fault.isEmpty()) {
        linked++;
      } else if (!fault.equals(link(unwovenLoader, name))) {
        faults.add(name + ": " + fault);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(linked).isGreaterThan(plain.size() * 9 / 10).isGreaterThan(50);
  }

  @Test
  void lines_and_names_of_variables_survive() throws IOException {
    var plain = bytes(Weaver.class);
    assertThat(debug(Weaver.weave(plain))).isEqualTo(debug(plain)).isNotEmpty();
  }

  @Test
  void code_for_an_old_java_is_stopped_too() throws Exception {
    var thread = spin(48);
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void code_for_java_7_and_later_is_stopped() throws Exception {
    var thread = spin(65);
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void a_method_without_room_for_checks_is_refused_by_name() {
    var huge =
        spinning(
            65,
            code -> {
              for (int i = 0; i < 65_530; i++) {
                code.nop();
              }
              code.return_();
            });
    assertThatThrownBy(() -> Weaver.weave(huge))
        .isInstanceOf(UnweavableClassError.class)
        .hasMessageContaining("shop.Spin")
        .hasMessageContaining("split the longest method");
  }

  @Test
  void what_is_no_class_file_is_refused() {
    assertThatThrownBy(() -> Weaver.weave(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}))
        .isInstanceOf(UnweavableClassError.class);
  }

  @Test
  void code_cannot_lead_its_checks_elsewhere() {
    var site = new StopOrder(_ -> false).site();
    assertThatThrownBy(() -> site.setTarget(site.getTarget()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Thread spin(int version) throws Exception {
    var loader =
        new Loader(
            Map.of(
                "shop.Spin",
                Weaver.weave(
                    spinning(
                        version,
                        code -> {
                          var again = code.newBoundLabel();
                          code.iinc(0, 1);
                          code.goto_(again);
                        }))));
    var method = loader.loadClass("shop.Spin").getMethod("spin", int.class);
    var ended = new AtomicReference<@Nullable Throwable>();
    var thread =
        Thread.ofPlatform()
            .daemon()
            .uncaughtExceptionHandler((_, thrown) -> ended.set(thrown))
            .start(
                () -> {
                  try {
                    method.invoke(null, 1);
                  } catch (ReflectiveOperationException e) {
                    ended.set(e.getCause());
                  }
                });
    await().until(() -> thread.getState() == Thread.State.RUNNABLE);
    loader.order.stop(thread);
    thread.join(60_000);
    assertThat(ended.get()).isInstanceOf(StoppedError.class);
    return thread;
  }

  private static byte[] spinning(int version, Consumer<CodeBuilder> body) {
    return ClassFile.of(ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED)
        .build(
            ClassDesc.of("shop.Spin"),
            type -> {
              type.withVersion(version, 0).withFlags(AccessFlag.PUBLIC);
              type.withMethodBody(
                  "spin",
                  MethodTypeDesc.of(CD_void, CD_int),
                  ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                  body);
            });
  }

  private static List<String> debug(byte[] bytes) {
    var found = new ArrayList<String>();
    for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
      var code = method.code().orElseThrow();
      code.findAttribute(Attributes.lineNumberTable())
          .ifPresent(
              table ->
                  table.lineNumbers().stream()
                      .map(line -> method.methodName() + " " + line.lineNumber())
                      .distinct()
                      .forEach(found::add));
      code.findAttribute(Attributes.localVariableTable())
          .ifPresent(
              table ->
                  table.localVariables().forEach(it -> found.add(it.name() + " " + it.slot())));
    }
    return found;
  }

  private static Path jar(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Map<String, byte[]> classes(Path jar) throws IOException {
    var classes = new HashMap<String, byte[]>();
    try (var file = new JarFile(jar.toFile())) {
      for (var entry : file.stream().toList()) {
        var name = entry.getName();
        if (name.endsWith(".class")
            && !name.startsWith("META-INF/")
            && !name.endsWith("module-info.class")) {
          try (var in = file.getInputStream(entry)) {
            classes.put(name.replace(".class", "").replace('/', '.'), in.readAllBytes());
          }
        }
      }
    }
    return classes;
  }

  /** Links a class, which verifies it, and gives what was wrong. */
  private static String link(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader).getDeclaredMethods() == null ? "nothing" : "";
    } catch (ReflectiveOperationException | LinkageError e) {
      return e.getClass().getName();
    }
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static final class Loader extends ClassLoader implements Stoppable {

    private final StopOrder order = new StopOrder(_ -> false);
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Loader.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      var bytes = classes.get(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        var known = findLoadedClass(name);
        return known != null ? known : defineClass(name, bytes, 0, bytes.length);
      }
    }

    @Override
    public StopOrder stopOrder() {
      return order;
    }
  }
}
