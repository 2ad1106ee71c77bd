package dev.hotdesk.bench.leak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/** Compiles a seed and packs it as a plugin. */
final class SeedJar {

  private final Seed seed;
  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  /** Compiles it below this folder. */
  SeedJar(Seed seed, Path folder) throws IOException {
    this.seed = seed;
    var target = Files.createDirectories(folder.resolve(seed.kind()));
    var source = Files.writeString(target.resolve("Seed.java"), seed.source());
    var messages = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                messages,
                messages,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                target.toString(),
                source.toString());
    if (result != 0) {
      throw new IOException(
          seed.kind() + " does not compile: " + messages.toString(StandardCharsets.UTF_8));
    }
    try (var files = Files.newDirectoryStream(target.resolve("seed"), "*.class")) {
      for (var file : files) {
        classes.put("seed/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
  }

  /** Drops it as this version, whole at once. */
  void drop(Path plugins, String version) throws IOException {
    var part = plugins.resolve(seed.kind() + ".part");
    Files.write(part, bytes(version));
    Files.move(part, file(plugins), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes it away. */
  void remove(Path plugins) throws IOException {
    Files.delete(file(plugins));
  }

  private Path file(Path plugins) {
    return plugins.resolve(seed.kind() + ".jar");
  }

  private byte[] bytes(String version) throws IOException {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Plugin-Id", seed.kind());
    attributes.putValue("Plugin-Version", version);
    attributes.putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes, manifest)) {
      var entries = new LinkedHashMap<>(classes);
      entries.put("META-INF/extensions.idx", text("seed.Seed\n"));
      entries.put("intents/en.txt", text("[hello]\nhello there\n"));
      for (var entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
