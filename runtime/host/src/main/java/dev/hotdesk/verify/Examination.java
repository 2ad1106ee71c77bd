package dev.hotdesk.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One look at one jar: all checks in their order, each with a sentence. */
final class Examination {

  private static final Pattern OF_A_RELEASE = Pattern.compile("^META-INF/versions/\\d+/");

  private final String file;
  private final Path path;
  private final String sha256;
  private final JarLimits limits;
  private final Trust trust;
  private final String apiVersion;
  private final Platform platform;
  private final List<Check> checks = new ArrayList<>();
  private Optional<Signer> signer = Optional.empty();

  Examination(
      String file,
      Path path,
      String sha256,
      JarLimits limits,
      Trust trust,
      String apiVersion,
      Platform platform) {
    this.file = file;
    this.path = path;
    this.sha256 = sha256;
    this.limits = limits;
    this.trust = trust;
    this.apiVersion = apiVersion;
    this.platform = platform;
  }

  /** What can go wrong in one check. */
  private interface Step {

    Check look() throws RefusedJarException, IOException;
  }

  Verification run() {
    JarContents contents;
    try {
      contents = JarContents.of(file, path, limits);
    } catch (RefusedJarException e) {
      boolean isWhole = e instanceof JarContents.BeyondLimitsException;
      if (isWhole) {
        checks.add(Check.passed("integrity", "It is a zip file."));
      }
      checks.add(Check.failed(isWhole ? "limits" : "integrity", e.reason()));
      return new Verification.Refused(e.with(checks));
    }
    checks.add(Check.passed("integrity", "Every entry reads and its checksum holds."));
    checks.add(
        Check.passed(
            "limits",
            "%,d entries, %,d bytes unpacked."
                .formatted(contents.names().size(), contents.unpacked())));
    var declared = new Declaration(file, contents);
    check("manifest", declared::manifest);
    check("signature", () -> signature(contents));
    check("permissions", declared::permissions);
    check("api", () -> declared.api(apiVersion));
    check("dependencies", declared::dependencies);
    check("bundled", () -> bundled(contents));
    code(contents);
    return checks.stream()
        .filter(Check::isFailed)
        .findFirst()
        .<Verification>map(
            failed ->
                new Verification.Refused(new RefusedJarException(failed.detail()).with(checks)))
        .orElseGet(() -> new Verification.Passed(declared.of(path, sha256, signer, checks)));
  }

  private void check(String name, Step step) {
    try {
      checks.add(step.look());
    } catch (RefusedJarException e) {
      checks.add(Check.failed(name, e.reason()));
    } catch (IOException e) {
      checks.add(
          Check.failed(
              name,
              "%s could not be read (%s); wanted a file that stays where it is: drop it again."
                  .formatted(file, e)));
    }
  }

  private Check signature(JarContents contents) throws RefusedJarException, IOException {
    RefusedJarException.unless(
        !trust.revokedJars().contains(sha256),
        "%s has the SHA-256 %s, which was revoked; wanted another version of the plugin: ask its maker for one."
            .formatted(file, sha256));
    signer = new Signatures(file, path, trust).verify(contents);
    return signer
        .map(
            by ->
                Check.passed(
                    "signature",
                    "Every entry is signed by %s (%s).".formatted(by.name(), by.fingerprint())))
        .orElseGet(
            () ->
                Check.warned(
                    "signature",
                    "%s is not signed, and this shop runs unsigned plugins (hotdesk.plugins.unsigned): nobody vouches for it."
                        .formatted(file)));
  }

  private Check bundled(JarContents contents) throws RefusedJarException {
    for (var entry :
        contents.names().stream().filter(name -> name.endsWith(".class")).sorted().toList()) {
      var owner =
          ExportedPackages.owner(OF_A_RELEASE.matcher(entry).replaceFirst("").replace('/', '.'));
      RefusedJarException.unless(
          owner.isEmpty(),
          "%s bundles the package %s (%s), which the runtime brings; wanted a jar without it: declare it `provided`."
              .formatted(file, owner.orElse(""), entry));
    }
    return Check.passed("bundled", "It brings no package that the runtime brings.");
  }

  private void code(JarContents contents) {
    check(
        "linkage",
        () -> {
          try (var code = new JarCode(path, contents, platform)) {
            checks.add(new Linkage(file, code, contents).check());
            return new Forbidden(file, code, contents).check();
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }
}
