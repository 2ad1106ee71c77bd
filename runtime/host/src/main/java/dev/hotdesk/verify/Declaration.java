package dev.hotdesk.verify;

import dev.hotdesk.routing.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a jar's manifest says of the plugin, each part known once its check has passed. */
final class Declaration {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final String file;
  private final JarContents contents;
  private String id = "";
  private String version = "";
  private Policy policy = Policy.DEFAULT;
  private Permissions permissions = Permissions.NONE;
  private List<Dependency> dependencies = List.of();

  Declaration(String file, JarContents contents) {
    this.file = file;
    this.contents = contents;
  }

  /** The jar with all this, once all checks have passed. */
  PluginJar of(Path path, String sha256, Optional<Signer> signer, List<Check> checks) {
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

  Check manifest() throws RefusedJarException {
    id = wanted("Plugin-Id", "such as agent-orders");
    RefusedJarException.unless(
        ID.matcher(id).matches(),
        "%s calls itself %s in Plugin-Id; wanted letters, digits, dots and dashes, at most 64: choose another id."
            .formatted(file, id));
    version = wanted("Plugin-Version", "such as 1.2.0");
    RefusedJarException.unless(
        Versions.isVersion(version),
        "%s has the Plugin-Version %s; wanted three numbers such as 1.2.0: correct the manifest."
            .formatted(file, version));
    policy =
        parsed(Policy.ATTRIBUTE, text -> Policy.parse(text, Policy.DEFAULT)).orElse(Policy.DEFAULT);
    RefusedJarException.unless(
        !contents.extensions().isEmpty(),
        "%s has no extension in %s; wanted at least one class marked @Extension: compile it with PF4J as annotation processor."
            .formatted(file, JarContents.EXTENSION_INDEX));
    return Check.passed("manifest", "%s %s.".formatted(id, version));
  }

  Check permissions() throws RefusedJarException {
    permissions = parsed(Permissions.ATTRIBUTE, Permissions::parse).orElse(Permissions.NONE);
    return Check.passed(
        "permissions",
        permissions.all().isEmpty() ? "It asks for none." : "It asks for " + permissions + ".");
  }

  Check api(String apiVersion) throws RefusedJarException {
    var requires = wanted("Plugin-Requires", "such as >=1.0.0 & <2.0.0");
    var range = Versions.orHigher(requires);
    RefusedJarException.unless(
        Versions.isRange(range),
        "%s has the Plugin-Requires %s, which is no version range; wanted one such as >=1.0.0 & <2.0.0: correct the manifest."
            .formatted(file, requires));
    RefusedJarException.unless(
        Versions.isIn(apiVersion, range),
        "%s was built for plugin API %s; this runtime has %s: build it against that version."
            .formatted(file, requires, apiVersion));
    return Check.passed(
        "api", "Built for plugin API %s; this is %s.".formatted(requires, apiVersion));
  }

  Check dependencies() throws RefusedJarException {
    dependencies = parsed(Dependency.ATTRIBUTE, Dependency::parse).orElse(List.of());
    for (var dependency : dependencies) {
      RefusedJarException.unless(
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

  private <T> Optional<T> parsed(String name, Function<String, T> parser)
      throws RefusedJarException {
    var text = contents.attribute(name);
    try {
      return text.map(parser);
    } catch (IllegalArgumentException e) {
      throw new RefusedJarException(
          "%s: %s has %s: correct the manifest.".formatted(file, name, e.getMessage()));
    }
  }

  private String wanted(String name, String example) throws RefusedJarException {
    var value = contents.attribute(name);
    return value.orElseThrow(
        () ->
            new RefusedJarException(
                "%s has no %s in META-INF/MANIFEST.MF; wanted one, %s: add it where the jar is built."
                    .formatted(file, name, example)));
  }
}
