package dev.hotdesk.server.admin;

import dev.hotdesk.api.Language;
import dev.hotdesk.verify.Check;
import dev.hotdesk.verify.Dependency;
import dev.hotdesk.verify.JarVerifier;
import dev.hotdesk.verify.Permission;
import dev.hotdesk.verify.PluginJar;
import dev.hotdesk.verify.Signer;
import dev.hotdesk.verify.Verification;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found of one uploaded jar.
 *
 * @param file how the sender calls it
 * @param sha256 of its bytes
 * @param ok whether it may become a plugin
 * @param plugin its id, or empty if it is refused
 * @param version of the plugin, or empty
 * @param description for people, or empty
 * @param checks what was looked at, in order
 * @param asks what it asks for and who made it; absent if it is refused
 */
public record Report(
    String file,
    String sha256,
    boolean ok,
    String plugin,
    String version,
    String description,
    List<Looked> checks,
    @Nullable Asks asks) {

  /**
   * One thing that was looked at.
   *
   * @param name of the check
   * @param outcome {@code PASSED}, {@code WARNED} or {@code FAILED}
   * @param detail one sentence
   * @param said which one
   */
  public record Looked(String name, String outcome, String detail, Said said) {

    static Looked of(Check check, Tongue tongue) {
      return new Looked(
          check.name(),
          check.outcome().name(),
          tongue.tell(check.detail()),
          Said.of(check.detail()));
    }
  }

  /**
   * One permission.
   *
   * @param permission as the manifest has it
   * @param zh what that means, in Chinese
   * @param en the same in English
   */
  public record Asked(String permission, String zh, String en) {

    static Asked of(Permission permission) {
      return new Asked(
          permission.toString(),
          permission.describe(Language.ZH),
          permission.describe(Language.EN));
    }
  }

  /**
   * What a plugin asks for, and who made it.
   *
   * @param permissions what it wants to be allowed
   * @param dependencies which other plugins it needs
   * @param policy how much it may do at a time
   * @param signer who signed it, or empty
   * @param fingerprint of their certificate, or empty
   */
  public record Asks(
      List<Asked> permissions,
      List<String> dependencies,
      String policy,
      String signer,
      String fingerprint) {

    static Asks of(PluginJar jar) {
      return new Asks(
          jar.permissions().all().stream().map(Asked::of).toList(),
          jar.dependencies().stream().map(Dependency::toString).toList(),
          jar.policy().toString(),
          jar.signer().map(Signer::name).orElse(""),
          jar.signer().map(Signer::fingerprint).orElse(""));
    }
  }

  /** Looks at a jar without running any of it. */
  static Report of(JarVerifier verifier, Uploads.Uploaded jar, Tongue tongue) {
    var found = verifier.examine(jar.name(), jar.path(), jar.sha256());
    var sound =
        found instanceof Verification.Passed passed
            ? Optional.of(passed.jar())
            : Optional.<PluginJar>empty();
    return new Report(
        jar.name(),
        jar.sha256(),
        sound.isPresent(),
        sound.map(PluginJar::id).orElse(""),
        sound.map(PluginJar::version).orElse(""),
        sound.map(PluginJar::description).orElse(""),
        found.checks().stream().map(it -> Looked.of(it, tongue)).toList(),
        sound.map(Asks::of).orElse(null));
  }

  /** The name under which it is dropped. */
  String dropName() {
    return plugin + "-" + version + ".jar";
  }

  /** Why it was refused, in sentences. */
  String refusal() {
    return String.join(
        " ",
        checks.stream()
            .filter(check -> check.outcome().equals("FAILED"))
            .map(Looked::detail)
            .toList());
  }
}
