package dev.hotdesk.verify;

import dev.hotdesk.routing.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One look at one jar: all checks in their order, each with a sentence. */
final class Examination {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern OF_A_RELEASE = Pattern.compile("^META-INF/versions/\\d+/");

  private final String file;
  private final Path path;
  private final String sha256;
  private final JarLimits limits;
  private final Trust trust;
  private final String apiVersion;
  private final Platform platform;
  private final List<Check> checks = new ArrayList<>();
  private String id = "";
  private String version = "";
  private Policy policy = Policy.DEFAULT;
  private Permissions permissions = Permissions.NONE;
  private List<Dependency> dependencies = List.of();
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
    check("manifest", () -> manifest(contents));
    check("signature", () -> signature(contents));
    check("permissions", () -> permissions(contents));
    check("api", () -> api(contents));
    check("dependencies", () -> dependencies(contents));
    check("bundled", () -> bundled(contents));
    code(contents);
    return checks.stream()
        .filter(Check::isFailed)
        .findFirst()
        .<Verification>map(
            failed ->
                new Verification.Refused(new RefusedJarException(failed.detail()).with(checks)))
        .orElseGet(() -> new Verification.Passed(passed(contents)));
  }

  private PluginJar passed(JarContents contents) {
    return new PluginJar(
        path,
        sha256,
        id,
        version,
        contents.attribute("Plugin-Description").orElse(""),
        contents.attribute("Plugin-Provider").orElse(""),
        contents.extensions(),
        permissions,
        dependencies,
        policy,
        signer,
        checks);
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

  private Check manifest(JarContents contents) throws RefusedJarException {
    id = wanted(contents, "Plugin-Id", "such as agent-orders");
    require(
        ID.matcher(id).matches(),
        "%s calls itself %s in Plugin-Id; wanted letters, digits, dots and dashes, at most 64: choose another id."
            .formatted(file, id));
    version = wanted(contents, "Plugin-Version", "such as 1.2.0");
    require(
        Versions.isVersion(version),
        "%s has the Plugin-Version %s; wanted three numbers such as 1.2.0: correct the manifest."
            .formatted(file, version));
    policy =
        parsed(contents, Policy.ATTRIBUTE, text -> Policy.parse(text, Policy.DEFAULT))
            .orElse(Policy.DEFAULT);
    require(
        !contents.extensions().isEmpty(),
        "%s has no extension in %s; wanted at least one class marked @Extension: compile it with PF4J as annotation processor."
            .formatted(file, JarContents.EXTENSION_INDEX));
    return Check.passed("manifest", "%s %s.".formatted(id, version));
  }

  private Check signature(JarContents contents) throws RefusedJarException, IOException {
    require(
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

  private Check permissions(JarContents contents) throws RefusedJarException {
    permissions =
        parsed(contents, Permissions.ATTRIBUTE, Permissions::parse).orElse(Permissions.NONE);
    return Check.passed(
        "permissions",
        permissions.all().isEmpty() ? "It asks for none." : "It asks for " + permissions + ".");
  }

  private Check api(JarContents contents) throws RefusedJarException {
    var requires = wanted(contents, "Plugin-Requires", "such as >=1.0.0 & <2.0.0");
    var range = Versions.orHigher(requires);
    require(
        Versions.isRange(range),
        "%s has the Plugin-Requires %s, which is no version range; wanted one such as >=1.0.0 & <2.0.0: correct the manifest."
            .formatted(file, requires));
    require(
        Versions.isIn(apiVersion, range),
        "%s was built for plugin API %s; this runtime has %s: build it against that version."
            .formatted(file, requires, apiVersion));
    return Check.passed(
        "api", "Built for plugin API %s; this is %s.".formatted(requires, apiVersion));
  }

  private Check dependencies(JarContents contents) throws RefusedJarException {
    dependencies = parsed(contents, Dependency.ATTRIBUTE, Dependency::parse).orElse(List.of());
    for (var dependency : dependencies) {
      require(
          !dependency.plugin().equals(id),
          "%s depends on itself (%s); wanted other plugins only: remove it from Plugin-Dependencies."
              .formatted(file, dependency));
    }
    return Check.passed(
        "dependencies",
        dependencies.isEmpty()
            ? "It needs no other plugin."
            : "It needs %s to be active."
                .formatted(
                    String.join(", ", dependencies.stream().map(Dependency::toString).toList())));
  }

  private Check bundled(JarContents contents) throws RefusedJarException {
    for (var entry :
        contents.names().stream().filter(name -> name.endsWith(".class")).sorted().toList()) {
      var owner =
          ExportedPackages.owner(OF_A_RELEASE.matcher(entry).replaceFirst("").replace('/', '.'));
      require(
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

  private <T> Optional<T> parsed(JarContents contents, String name, Function<String, T> parser)
      throws RefusedJarException {
    var text = contents.attribute(name);
    try {
      return text.map(parser);
    } catch (IllegalArgumentException e) {
      throw new RefusedJarException(
          "%s: %s has %s: correct the manifest.".formatted(file, name, e.getMessage()));
    }
  }

  private String wanted(JarContents contents, String name, String example)
      throws RefusedJarException {
    var value = contents.attribute(name);
    return value.orElseThrow(
        () ->
            new RefusedJarException(
                "%s has no %s in META-INF/MANIFEST.MF; wanted one, %s: add it where the jar is built."
                    .formatted(file, name, example)));
  }

  private static void require(boolean holds, String reason) throws RefusedJarException {
    if (!holds) {
      throw new RefusedJarException(reason);
    }
  }
}
