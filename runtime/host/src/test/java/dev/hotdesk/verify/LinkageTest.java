package dev.hotdesk.verify;

import static dev.hotdesk.verify.Check.Outcome.PASSED;
import static dev.hotdesk.verify.Check.Outcome.WARNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.jarmaker.PluginDraft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkageTest {

  @TempDir Path folder;
  private Verifying verifying;

  @BeforeEach
  void build() {
    verifying = new Verifying(folder, Trust.anyUnsigned());
  }

  @Test
  void a_missing_class_is_named_with_the_method_that_wants_it() {
    var jar =
        Verifying.agent("void work() { new Gone().go(); }", "class Gone { void go() {} }")
            .without("shop/Gone.class");

    assertThat(verifying.linkage(jar))
        .isEqualTo(
            Check.failed(
                "linkage",
                "x.jar: shop.Hello.work needs the class shop.Gone, which neither the jar nor the"
                    + " runtime brings; wanted it in the jar: pack it in, or name its package in"
                    + " Hotdesk-Optional if the plugin does without it."));
  }

  @Test
  void a_missing_member_is_named_with_its_parameters() {
    var jar =
        Verifying.agent(
                "int work() { return Lib.run(1); }",
                "class Lib { static int run(int x) { return x; } }")
            .compiled("package shop; class Lib { static int run(long x) { return 1; } }");

    assertThat(verifying.linkage(jar).detail())
        .contains("shop.Hello.work needs the method shop.Lib.run(int)", "as the jar brings it");
  }

  @Test
  void a_missing_field_and_a_lambda_over_a_missing_method_are_seen() {
    var field =
        Verifying.agent("int work() { return Lib.x; }", "class Lib { static int x; }")
            .compiled("package shop; class Lib { static long x; }");
    var lambda =
        Verifying.agent(
                "Runnable work() { return Lib::run; }", "class Lib { static void run() {} }")
            .compiled("package shop; class Lib { }");

    assertThat(verifying.linkage(field).detail()).contains("the field shop.Lib.x");
    assertThat(verifying.linkage(lambda).detail()).contains("the method shop.Lib.run()");
  }

  @Test
  void members_are_found_in_ancestors_and_those_of_the_jdk_and_of_the_api() {
    var jar =
        Verifying.agent(
            """
            interface Named { default String name() { return "n"; } }
            static class Base implements Named { int size; }
            static class Leaf extends Base {}
            String work(java.lang.invoke.MethodHandle handle) throws Throwable {
              var leaf = new Leaf();
              int[] copy = new int[] {leaf.size}.clone();
              int twice = (int) handle.invokeExact(copy[0]);
              var list = new java.util.ArrayList<String>();
              list.stream().map(String::length).toList();
              return leaf.name() + leaf.hashCode() + list.iterator() + twice
                  + Reply.say("x") + java.sql.DriverManager.getLoginTimeout();
            }
            """);

    assertThat(verifying.linkage(jar).outcome()).isEqualTo(PASSED);
  }

  @Test
  void a_member_that_the_jdk_or_the_api_does_not_have_is_missing() throws IOException {
    var jar =
        Verifying.agent(
            """
            Object work() { return Language.valueOf("EN"); }
            int other() { return java.sql.DriverManager.getLoginTimeout(); }
            """);

    assertThat(verifying.linkage(jar.entry("shop/Hello.class", renamed(jar, "valueOf"))).detail())
        .contains(
            "the method dev.hotdesk.api.Language.valueOx(String)", "as the runtime brings it");
    assertThat(
            verifying
                .linkage(jar.entry("shop/Hello.class", renamed(jar, "getLoginTimeout")))
                .detail())
        .contains("the method java.sql.DriverManager.getLoginTimeoux()", "as Java 25 brings it");
  }

  /** As if it had been compiled against a later version, in which there is such a method. */
  private static byte[] renamed(PluginDraft jar, String method) throws IOException {
    var bytes = new String(classOf(jar), StandardCharsets.ISO_8859_1);
    var other = method.substring(0, method.length() - 1) + "x";
    return bytes.replace(method, other).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void absent_roots_are_missed() {
    assertThat(
            verifying.linkage(Verifying.agent("").extensions("shop.Hello", "shop.Absent")).detail())
        .contains("META-INF/extensions.idx needs the class shop.Absent");
    assertThat(
            verifying.linkage(Verifying.agent("").manifest("Plugin-Class", "shop.Start")).detail())
        .contains("Plugin-Class needs the class shop.Start");
  }

  @Test
  void a_class_that_cannot_be_read_is_told_of() throws IOException {
    var broken = Verifying.agent("").entry("shop/Hello.class", new byte[] {1, 2, 3});
    var tooNew = Verifying.agent("");
    var bytes = classOf(tooNew);
    bytes[7] = 99;

    assertThat(verifying.linkage(broken).detail()).contains("the class shop.Hello cannot be read");
    assertThat(verifying.linkage(tooNew.entry("shop/Hello.class", bytes)).detail())
        .contains("the class shop.Hello cannot be read (it is compiled for Java 55)");
    assertThat(
            verifying.linkage(Verifying.agent("").entry("shop/Unused.class", "rubbish")).outcome())
        .isEqualTo(WARNED);
  }

  private static byte[] classOf(PluginDraft jar) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(jar.bytes()))) {
      var entry = zip.getNextEntry();
      while (entry != null && !entry.getName().equals("shop/Hello.class")) {
        entry = zip.getNextEntry();
      }
      return zip.readAllBytes();
    }
  }

  @Test
  void of_several_releases_the_one_that_runs_counts() {
    var jar =
        Verifying.agent("void work() { new Lib(); }", "class Lib {}")
            .entry("META-INF/versions/25/shop/Lib.class", "rubbish")
            .entry("META-INF/versions/99/shop/Hello.class", "rubbish");

    assertThat(verifying.linkage(jar).outcome()).isEqualTo(PASSED);
    assertThat(verifying.linkage(jar.manifest("Multi-Release", "true")).detail())
        .contains("the class shop.Lib cannot be read");
  }
}
