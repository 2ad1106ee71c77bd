package dev.hotdesk.verify;

import static dev.hotdesk.verify.Check.Outcome.FAILED;
import static dev.hotdesk.verify.Check.Outcome.PASSED;
import static dev.hotdesk.verify.Check.Outcome.WARNED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hotdesk.generation.Jars;
import dev.hotdesk.jarmaker.PluginDraft;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarVerifierTest {

  @TempDir Path folder;
  private Verifying verifying;

  @BeforeEach
  void build() {
    verifying = new Verifying(folder, Trust.anyUnsigned());
  }

  private static PluginDraft sound() {
    return Jars.agent("hello", "1.2.0");
  }

  @Test
  void a_sound_jar_passes_every_check_in_order_and_tells_what_it_asks_for() {
    var found =
        verifying.examine(
            sound()
                .manifest("Hotdesk-Permissions", "timers, outbound:*.shop.example")
                .manifest("Plugin-Dependencies", "agent-orders@>=1.0.0 & <2.0.0, other?")
                .manifest("Hotdesk-Policy", "deadline=2s"));

    assertThat(found.checks())
        .extracting(Check::name)
        .containsExactly(
            "integrity",
            "limits",
            "manifest",
            "signature",
            "permissions",
            "api",
            "dependencies",
            "bundled",
            "linkage",
            "forbidden");
    assertThat(found.checks())
        .filteredOn(check -> check.outcome() != PASSED)
        .extracting(Check::name)
        .containsExactly("signature");
    var jar = ((Verification.Passed) found).jar();
    assertThat(jar.permissions()).hasToString("outbound:*.shop.example, timers");
    assertThat(jar.dependencies())
        .containsExactly(
            new Dependency("agent-orders", ">=1.0.0 & <2.0.0", false),
            new Dependency("other", "*", true));
    assertThat(jar.policy().deadline()).isEqualTo(Duration.ofSeconds(2));
    assertThat(jar.signer()).isEmpty();
    assertThat(jar.warnings()).singleElement().asString().contains("is not signed");
  }

  @Test
  void a_jar_that_cannot_be_read_is_looked_at_no_further() {
    var found = verifying.examine(Jars.put(new byte[10], folder.resolve("rubbish.jar")));

    assertThat(found.checks()).extracting(Check::name).containsExactly("integrity");
    assertThat(found).isInstanceOf(Verification.Refused.class);
  }

  @Test
  void every_fault_is_told_but_the_first_is_the_reason() {
    var found =
        verifying.examine(
            sound()
                .without("Plugin-Version")
                .manifest("Hotdesk-Permissions", "everything")
                .manifest("Plugin-Requires", "3.0.0"));

    assertThat(found.checks())
        .filteredOn(check -> check.outcome() == FAILED)
        .extracting(Check::name)
        .containsExactly("manifest", "permissions", "api");
    assertThat(((Verification.Refused) found).refusal().reason()).contains("Plugin-Version");
  }

  @Test
  void unsigned_jars_are_warned_of_or_refused_as_the_shop_says() {
    var strict = new TrustList(Set.of(), Set.of(), Set.of(), false);

    assertThat(verifying.check(sound(), "signature").outcome()).isEqualTo(WARNED);
    assertThat(new Verifying(folder, strict).check(sound(), "signature"))
        .isEqualTo(
            Check.failed(
                "signature",
                "x.jar is not signed; wanted the signature of a signer whom this shop trusts: sign"
                    + " it with jarsigner, or allow unsigned plugins with"
                    + " hotdesk.plugins.unsigned=allow."));
  }

  @Test
  void a_jar_whose_hash_was_revoked_is_refused() {
    var trust = new TrustList(Set.of(), Set.of(), Set.of("abcd"), true);

    assertThat(new Verifying(folder, trust).check(sound(), "signature").detail())
        .contains("SHA-256 abcd, which was revoked");
  }

  @Test
  void limits_hold_for_texts_too() {
    var found = verifying.check(sound().entry("../up", "x"), "limits");

    assertThat(found.detail()).contains("points outside");
    assertThat(verifying.check(sound().entry("a", new byte[9 << 20]), "limits").outcome())
        .isEqualTo(FAILED);
  }

  @Test
  void odd_lines_of_the_manifest_are_quoted_with_what_was_wanted() {
    assertThat(verifying.check(sound().manifest("Hotdesk-Policy", "queue=0"), "manifest").detail())
        .isEqualTo(
            "x.jar: Hotdesk-Policy has queue with 0; wanted 1 to 10,000: correct the manifest.");
    assertThat(
            verifying
                .check(sound().manifest("Plugin-Dependencies", "a@not a range"), "dependencies")
                .detail())
        .contains("the dependency a@not a range; wanted one such as");
    assertThat(verifying.check(sound().manifest("Plugin-Dependencies", "hello"), "dependencies"))
        .extracting(Check::detail)
        .asString()
        .contains("depends on itself");
  }

  @Test
  void nothing_of_a_jar_is_run_while_it_is_looked_at() {
    var trap =
        sound()
            .compiled(
                Jars.agentSaying(
                    "static { System.getProperties().put(\"verify.trap\", \"sprung\"); }"));

    assertThat(verifying.examine(trap)).isInstanceOf(Verification.Passed.class);
    assertThat(System.getProperty("verify.trap")).isNull();
  }
}
