package dev.hotdesk.verify;

import static dev.hotdesk.verify.Check.Outcome.FAILED;
import static dev.hotdesk.verify.Check.Outcome.PASSED;
import static dev.hotdesk.verify.Check.Outcome.WARNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.generation.Jars;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenTest {

  @TempDir Path folder;
  private Verifying verifying;

  @BeforeEach
  void build() {
    verifying = new Verifying(folder, Trust.anyUnsigned());
  }

  private Check forbidden(String members) {
    return verifying.check(
        Jars.agent("hello", "1.0.0").compiled(Jars.agentSaying(members)), "forbidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(1);",
        "Runtime.getRuntime().halt(1);",
        "Runtime.getRuntime().exec(new String[] {\"ls\"});",
        "new ProcessBuilder(\"ls\").start();",
        "Runnable r = () -> System.exit(1); r.run();",
        "java.util.function.IntConsumer r = System::exit; r.accept(1);",
        "System.loadLibrary(\"x\");",
        "System.load(\"x\");",
        "java.lang.foreign.Linker.nativeLinker().downcallHandle(null);",
        "java.lang.foreign.MemorySegment.NULL.reinterpret(8);",
        "sun.misc.Unsafe.class.getDeclaredField(\"theUnsafe\"); ((sun.misc.Unsafe) null).putByte(0,"
            + " (byte) 0);",
        "java.lang.instrument.Instrumentation i = null; i.isRedefineClassesSupported();",
        "Thread.setDefaultUncaughtExceptionHandler(null);",
        "System.setProperty(\"a\", \"b\");",
        "System.setOut(null);",
        "java.util.TimeZone.setDefault(null);",
        "java.net.URL.setURLStreamHandlerFactory(null);",
        "java.security.Security.addProvider(null);",
        "ProcessHandle.current().destroy();"
      })
  void what_harms_the_server_is_refused_with_the_method_that_does_it(String code) {
    var check = forbidden("void work() throws Exception { " + code + " }");

    assertThat(check.outcome()).isEqualTo(FAILED);
    assertThat(check.detail()).containsPattern("shop\\.Hello\\.(work|lambda\\$work\\$0) uses the");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new java.net.Socket(\"a\", 1);",
        "java.net.http.HttpClient.newHttpClient();",
        "java.net.URI.create(\"http://a\").toURL().openStream();"
      })
  void connections_of_its_own_are_warned_of(String code) {
    var check = forbidden("void work() throws Exception { " + code + " }");

    assertThat(check.outcome()).isEqualTo(WARNED);
    assertThat(check.detail()).contains("does not fence");
  }

  @Test
  void harm_that_the_extensions_do_not_lead_to_is_warned_of() {
    var jar =
        Jars.agent("hello", "1.0.0")
            .compiled("package lib; class Tool { static void main() { System.exit(0); } }");

    assertThat(verifying.check(jar, "forbidden").outcome()).isEqualTo(WARNED);
  }

  @Test
  void native_methods_and_libraries_are_refused() {
    assertThat(forbidden("native void work();").detail())
        .contains("shop.Hello.work is a native method");
    var jar = Jars.agent("hello", "1.0.0").entry("lib/libfast.so.1", "x");
    assertThat(verifying.check(jar, "forbidden").detail())
        .contains("the native library lib/libfast.so.1");
  }

  @Test
  void a_method_of_its_own_may_be_called_exit() {
    assertThat(forbidden("static void exit(int x) {} void work() { exit(1); }").outcome())
        .isEqualTo(PASSED);
  }
}
