package dev.hotdesk.verify;

import static dev.hotdesk.verify.Check.Outcome.FAILED;
import static dev.hotdesk.verify.Check.Outcome.WARNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be missing in a jar, and what may not. */
class ExcusedLinkageTest {

  @TempDir Path folder;
  private Verifying verifying;

  @BeforeEach
  void build() {
    verifying = new Verifying(folder, Trust.anyUnsigned());
  }

  @Test
  void what_the_extensions_do_not_lead_to_may_miss_something() {
    var jar =
        Verifying.agent("", "class Unused { void go() { new Gone(); } }", "class Gone {}")
            .without("shop/Gone.class");

    assertThat(verifying.linkage(jar).outcome()).isEqualTo(WARNED);
    assertThat(verifying.linkage(jar).detail())
        .contains("shop.Unused.go needs the class shop.Gone");
  }

  @Test
  void what_is_three_steps_away_from_the_extension_may_not() {
    var jar =
        Verifying.agent(
                "void work() { new One(); }",
                "class One { Object two = new Two(); }",
                "class Two { Object gone = new Gone(); }",
                "class Gone {}")
            .without("shop/Gone.class");

    assertThat(verifying.linkage(jar).detail())
        .contains("shop.Two.<init> needs the class shop.Gone");
    assertThat(verifying.linkage(jar).outcome()).isEqualTo(FAILED);
  }

  @Test
  void code_that_catches_the_error_may_miss_something_and_so_may_what_only_it_leads_to() {
    var jar =
        Verifying.agent(
                """
                void work() {
                  try { new Bridge().go(); } catch (NoClassDefFoundError e) { }
                }
                void other() {
                  try { new Gone(); } catch (Throwable e) { System.out.println(e); }
                }
                """,
                "class Bridge { void go() { new Gone(); } }",
                "class Gone {}")
            .without("shop/Gone.class");

    assertThat(verifying.linkage(jar).outcome()).isEqualTo(WARNED);
    assertThat(verifying.linkage(jar).detail()).contains("shop.Bridge.go");
  }

  @Test
  void closing_a_resource_is_no_guard() {
    var jar =
        Verifying.agent(
                """
                void work(java.io.InputStream in) throws Exception {
                  try (in) { new Gone(); }
                }
                void other() { try { new Gone(); } finally { System.out.println(); } }
                """,
                "class Gone {}")
            .without("shop/Gone.class");

    assertThat(verifying.linkage(jar).outcome()).isEqualTo(FAILED);
  }

  @Test
  void throwing_on_is_no_guard() {
    var jar =
        Verifying.agent(
                """
                void work() {
                  try { new Gone(); } catch (Throwable e) { throw new IllegalStateException(e); }
                }
                """,
                "class Gone {}")
            .without("shop/Gone.class");

    assertThat(verifying.linkage(jar).outcome()).isEqualTo(FAILED);
  }

  @Test
  void what_the_manifest_calls_optional_may_be_missing() {
    var jar =
        Verifying.agent("void work() { new Gone(); }", "class Gone {}")
            .without("shop/Gone.class")
            .manifest("Hotdesk-Optional", "other.*, shop.Gone");

    assertThat(verifying.linkage(jar).outcome()).isEqualTo(WARNED);
  }

  @Test
  void a_service_counts_if_its_interface_is_there() {
    var jar =
        Verifying.agent("", "class Provider { Object gone = new Gone(); }", "class Gone {}")
            .without("shop/Gone.class");

    assertThat(
            verifying
                .linkage(jar.entry("META-INF/services/absent.Service", "shop.Provider"))
                .outcome())
        .isEqualTo(WARNED);
    assertThat(
            verifying
                .linkage(jar.entry("META-INF/services/java.lang.Runnable", "shop.Provider"))
                .outcome())
        .isEqualTo(FAILED);
  }
}
