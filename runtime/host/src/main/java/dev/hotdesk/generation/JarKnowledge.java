package dev.hotdesk.generation;

import dev.hotdesk.routing.Knowledge;
import dev.hotdesk.routing.Policy;
import dev.hotdesk.verify.PluginJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipFile;

/** The files of a plugin, read from its jar in the store. */
final class JarKnowledge implements Knowledge {

  private final PluginJar jar;
  private final Policy policy;

  /**
   * The files of this jar.
   *
   * @param policy what holds for the plugin, whatever its manifest asks
   */
  JarKnowledge(PluginJar jar, Policy policy) {
    this.jar = jar;
    this.policy = policy;
  }

  @Override
  public String plugin() {
    return jar.id();
  }

  @Override
  public Optional<byte[]> read(String path) {
    try (var zip = new ZipFile(jar.path().toFile())) {
      var entry = zip.getEntry(path);
      if (entry == null) {
        return Optional.empty();
      }
      try (var in = zip.getInputStream(entry)) {
        return Optional.of(in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path + " of plugin " + jar.id(), e);
    }
  }

  @Override
  public Duration idle() {
    return policy.idle();
  }
}
