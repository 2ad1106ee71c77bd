package dev.hotdesk.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.pf4j.DefaultVersionManager;

/**
 * Decides whether a jar may become a plugin, without running any of it: is it whole, is its
 * manifest complete, was it built for this plugin API, does it bring an extension and nothing that
 * the runtime brings. Stateless.
 */
public final class JarVerifier {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern VERSION =
      Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}([-+][0-9A-Za-z.+-]+)?");
  private static final Pattern OF_A_RELEASE = Pattern.compile("^META-INF/versions/\\d+/");

  private final JarLimits limits;
  private final String apiVersion;

  /** Verifies against the plugin API that this runtime was built with. */
  public JarVerifier(JarLimits limits) {
    this(limits, ownApiVersion());
  }

  JarVerifier(JarLimits limits, String apiVersion) {
    this.limits = limits;
    this.apiVersion = apiVersion;
  }

  /** The limits that hold. */
  public JarLimits limits() {
    return limits;
  }

  /**
   * Looks at a jar.
   *
   * @param file how people call it
   * @param jar where its private copy lies
   * @param sha256 of the copy
   */
  public PluginJar verify(String file, Path jar, String sha256) throws RefusedJarException {
    var contents = JarContents.of(file, jar, limits);
    var id = wanted(contents, file, "Plugin-Id", "such as agent-orders");
    check(
        ID.matcher(id).matches(),
        "%s calls itself %s in Plugin-Id; wanted letters, digits, dots and dashes, at most 64: choose another id."
            .formatted(file, id));
    var version = wanted(contents, file, "Plugin-Version", "such as 1.2.0");
    check(
        isVersion(version),
        "%s has the Plugin-Version %s; wanted three numbers such as 1.2.0: correct the manifest."
            .formatted(file, version));
    var requires = wanted(contents, file, "Plugin-Requires", "such as >=1.0.0 & <2.0.0");
    checkApi(file, requires);
    var dependencies = contents.attribute("Plugin-Dependencies").orElse("");
    check(
        dependencies.isEmpty(),
        "%s depends on other plugins (%s); wanted a plugin that stands alone: pack what it needs into its jar."
            .formatted(file, dependencies));
    for (var name : contents.names()) {
      checkBundled(file, name);
    }
    check(
        !contents.extensions().isEmpty(),
        "%s has no extension in %s; wanted at least one class marked @Extension: compile it with PF4J as annotation processor."
            .formatted(file, JarContents.EXTENSION_INDEX));
    return new PluginJar(
        jar,
        sha256,
        id,
        version,
        contents.attribute("Plugin-Description").orElse(""),
        contents.attribute("Plugin-Provider").orElse(""),
        contents.extensions());
  }

  private void checkApi(String file, String requires) throws RefusedJarException {
    var range = VERSION.matcher(requires).matches() ? ">=" + requires : requires;
    boolean fits;
    try {
      fits = new DefaultVersionManager().checkVersionConstraint(apiVersion, range);
    } catch (RuntimeException e) {
      throw new RefusedJarException(
          "%s has the Plugin-Requires %s, which is no version range; wanted one such as >=1.0.0 & <2.0.0: correct the manifest."
              .formatted(file, requires));
    }
    check(
        fits,
        "%s was built for plugin API %s; this runtime has %s: build it against that version."
            .formatted(file, requires, apiVersion));
  }

  private static void checkBundled(String file, String entry) throws RefusedJarException {
    if (!entry.endsWith(".class")) {
      return;
    }
    var owner =
        ExportedPackages.owner(OF_A_RELEASE.matcher(entry).replaceFirst("").replace('/', '.'));
    check(
        owner.isEmpty(),
        "%s bundles the package %s (%s), which the runtime brings; wanted a jar without it: declare it `provided`."
            .formatted(file, owner.orElse(""), entry));
  }

  private static String wanted(JarContents contents, String file, String name, String example)
      throws RefusedJarException {
    var value = contents.attribute(name);
    return value.orElseThrow(
        () ->
            new RefusedJarException(
                "%s has no %s in META-INF/MANIFEST.MF; wanted one, %s: add it where the jar is built."
                    .formatted(file, name, example)));
  }

  private static boolean isVersion(String version) {
    try {
      return VERSION.matcher(version).matches()
          && new DefaultVersionManager().compareVersions(version, version) == 0;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static void check(boolean holds, String reason) throws RefusedJarException {
    if (!holds) {
      throw new RefusedJarException(reason);
    }
  }

  private static String ownApiVersion() {
    try (var in = JarVerifier.class.getResourceAsStream("api.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
