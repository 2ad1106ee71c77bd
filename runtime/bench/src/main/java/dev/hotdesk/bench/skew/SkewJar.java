package dev.hotdesk.bench.skew;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The agent as a jar, as a JVM wants it. */
public final class SkewJar {

  private SkewJar() {}

  /** Writes it to this file. */
  public static Path write(Path file) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", SkewAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (var name : List.of("SkewAgent", "SkewAgent$Skewed")) {
        jar.putNextEntry(new JarEntry("dev/hotdesk/bench/skew/" + name + ".class"));
        try (var bytes = SkewAgent.class.getResourceAsStream(name + ".class")) {
          java.util.Objects.requireNonNull(bytes, name).transferTo(jar);
        }
      }
    }
    return file;
  }
}
