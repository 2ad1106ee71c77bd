package dev.hotdesk.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hotdesk.generation.Jars;
import dev.hotdesk.jarmaker.PluginDraft;
import dev.hotdesk.jarmaker.SigningKeys;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.Timestamp;
import java.security.cert.CertPath;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignaturesTest {

  @TempDir static Path vault;
  private static SigningKeys keys;

  @TempDir Path folder;

  @BeforeAll
  static void make() {
    keys =
        new SigningKeys(vault)
            .make("maker")
            .make("stranger")
            .make("late", "-startdate", "-2y")
            .make("house", "-ext", "bc:c")
            .make("pupil", "-signer", "house");
  }

  private static PluginDraft sound() {
    return Jars.agent("hello", "1.0.0").manifest("Hotdesk-Permissions", "timers");
  }

  private static String fingerprint(String alias) {
    return TrustedSigner.fingerprint(keys.chain(alias).getFirst());
  }

  private Path signed(String... aliases) {
    return keys.signed(sound().bytes(), folder.resolve("signed.jar"), aliases);
  }

  private Verification examine(Path jar, String... trusted) {
    return trusting(Set.of(), trusted).examine(jar);
  }

  private String refusal(Path jar, String... trusted) {
    var check = trusting(Set.of(), trusted).check(jar, "signature");
    assertThat(check.outcome()).isEqualTo(Check.Outcome.FAILED);
    return check.detail();
  }

  /** Even where unsigned jars may run. */
  private Verifying trusting(Set<String> revoked, String... aliases) {
    var trusted =
        Set.copyOf(java.util.stream.Stream.of(aliases).map(SignaturesTest::fingerprint).toList());
    return new Verifying(folder, new TrustList(trusted, revoked, Set.of(), true));
  }

  @Test
  void a_jar_of_a_trusted_signer_passes_with_their_name() {
    var found = examine(signed("maker"), "maker");

    assertThat(found).isInstanceOf(Verification.Passed.class);
    assertThat(((Verification.Passed) found).jar().signer())
        .contains(new Signer("CN=maker", fingerprint("maker")));
    assertThat(((Verification.Passed) found).jar().warnings()).isEmpty();
  }

  @Test
  void a_signer_whom_a_trusted_one_vouches_for_is_trusted() {
    assertThat(examine(signed("pupil"), "house")).isInstanceOf(Verification.Passed.class);
    assertThat(refusal(signed("pupil"), "maker")).contains("whom this shop does not trust");
  }

  @Test
  void an_unknown_signer_is_refused_with_the_command_that_would_trust_them() {
    assertThat(refusal(signed("stranger"), "maker"))
        .isEqualTo(
            "x.jar is signed by CN=stranger, whom this shop does not trust; wanted a trusted signer: if you know them, run `hotdesk trust add %s`."
                .formatted(fingerprint("stranger")));
  }

  @Test
  void a_certificate_that_has_expired_is_refused() {
    assertThat(refusal(signed("late"), "late")).contains("CN=late with a certificate that holds");
  }

  @Test
  void an_entry_added_later_is_named() {
    assertThat(refusal(Edited.changed(signed("maker"), "extra.txt", "x"), "maker"))
        .contains("has the entry extra.txt, which was added after it was signed");
  }

  @Test
  void a_changed_entry_is_named() {
    assertThat(
            refusal(
                Edited.changed(signed("maker"), "texts/en.properties", "greeting=evil"), "maker"))
        .contains("was changed after it was signed", "texts/en.properties");
  }

  @Test
  void an_entry_taken_out_later_is_named() {
    assertThat(refusal(Edited.without(signed("maker"), "texts/zh.properties"), "maker"))
        .contains("has lost the entry texts/zh.properties");
  }

  @Test
  void permissions_cannot_be_added_after_signing() {
    var jar = Edited.edited(signed("maker"), "META-INF/MANIFEST.MF", "timers", "http  ");

    assertThat(refusal(jar, "maker")).contains("was changed after it was signed");
  }

  @Test
  void two_signers_are_one_too_many() {
    assertThat(refusal(signed("maker", "stranger"), "maker", "stranger"))
        .contains("2 signatures (CN=maker; CN=stranger)");
  }

  @Test
  void a_signature_that_is_cut_off_does_not_make_a_jar_unsigned() {
    assertThat(refusal(Edited.without(signed("maker"), "META-INF/MAKER.EC"), "maker"))
        .contains("cannot be verified");
    assertThat(refusal(Edited.changed(signed("maker"), "META-INF/MAKER.EC", "rubbish"), "maker"))
        .containsPattern("cannot be verified|was changed after");
  }

  @Test
  void a_revoked_signer_is_refused_and_so_is_who_they_vouch_for() {
    for (var alias : new String[] {"house", "pupil"}) {
      var trust = trusting(Set.of(fingerprint(alias)), "house", "pupil");
      assertThat(trust.check(signed("pupil"), "signature").detail())
          .contains("whose certificate " + fingerprint(alias) + " was revoked");
    }
  }

  @Test
  void a_chain_counts_only_if_each_signed_the_next() throws Exception {
    var forged = List.of(keys.chain("stranger").getFirst(), keys.chain("house").getFirst());
    var signer = new CodeSigner(path(forged), null);
    var trust = new TrustList(Set.of(fingerprint("house")), Set.of(), Set.of(), true);

    assertThatThrownBy(() -> new TrustedSigner("x.jar", trust).named(Set.of(signer)))
        .isInstanceOf(RefusedJarException.class)
        .hasMessageContaining("CN=stranger, whom this shop does not trust");
  }

  @Test
  void a_timestamp_of_somebody_whom_java_does_not_know_does_not_count() throws Exception {
    var then = Date.from(Instant.now().minus(Duration.ofDays(700)));
    var stamp = new Timestamp(then, path(keys.chain("pupil")));
    var signer = new CodeSigner(path(keys.chain("late")), stamp);
    var trust = new TrustList(Set.of(fingerprint("late")), Set.of(), Set.of(), true);

    assertThatThrownBy(() -> new TrustedSigner("x.jar", trust).named(Set.of(signer)))
        .isInstanceOf(RefusedJarException.class)
        .hasMessageContaining("CN=late with a certificate that holds from");
  }

  private static CertPath path(List<X509Certificate> chain) throws CertificateException {
    return CertificateFactory.getInstance("X.509").generateCertPath(chain);
  }
}
