package dev.hotdesk.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Decides whether a jar may become a plugin, without running any of it: is it whole, who signed it,
 * what does it ask for, was it built for this plugin API, does it find every class and method that
 * it needs, and does it keep its hands off the server. Any thread; remembers nothing of a jar.
 */
public final class JarVerifier {

  private final JarLimits limits;
  private final Trust trust;
  private final String apiVersion;
  private final Platform platform = new Platform();

  /** Verifies against the plugin API that this runtime was built with. */
  public JarVerifier(JarLimits limits, Trust trust) {
    this(limits, trust, ownApiVersion());
  }

  JarVerifier(JarLimits limits, Trust trust, String apiVersion) {
    this.limits = limits;
    this.trust = trust;
    this.apiVersion = apiVersion;
  }

  /** The limits that hold. */
  public JarLimits limits() {
    return limits;
  }

  /**
   * Looks at a jar and tells everything.
   *
   * @param file how people call it
   * @param jar where a copy lies that nobody changes meanwhile
   * @param sha256 of the copy
   */
  public Verification examine(String file, Path jar, String sha256) {
    return new Examination(file, jar, sha256, limits, trust, apiVersion, platform).run();
  }

  /** Looks at a jar; the parameters are those of {@link #examine}. */
  public PluginJar verify(String file, Path jar, String sha256) throws RefusedJarException {
    return switch (examine(file, jar, sha256)) {
      case Verification.Passed passed -> passed.jar();
      case Verification.Refused refused -> throw refused.refusal();
    };
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
