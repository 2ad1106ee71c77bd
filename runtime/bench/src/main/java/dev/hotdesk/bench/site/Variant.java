package dev.hotdesk.bench.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** One more version of a plugin, which has learnt one more sentence: nothing of it is known yet. */
final class Variant {

  private static final String EXAMPLES = "intents/en.txt";

  private Variant() {}

  /** Writes the jar anew, as this version. */
  static Path of(Path jar, String version, Path folder) throws IOException {
    var file = Files.createDirectories(folder).resolve(id(jar) + "-" + version + ".jar");
    try (var source = new JarFile(jar.toFile())) {
      var manifest = new Manifest(source.getManifest());
      manifest.getMainAttributes().putValue("Plugin-Version", version);
      try (var target = new JarOutputStream(Files.newOutputStream(file), manifest)) {
        for (var entry : source.stream().toList()) {
          if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
            target.putNextEntry(new ZipEntry(entry.getName()));
            try (var content = source.getInputStream(entry)) {
              content.transferTo(target);
            }
            if (entry.getName().equals(EXAMPLES)) {
              learn(target, version);
            }
          }
        }
      }
    }
    return file;
  }

  private static String id(Path jar) throws IOException {
    try (var source = new JarFile(jar.toFile())) {
      return source.getManifest().getMainAttributes().getValue("Plugin-Id");
    }
  }

  private static void learn(OutputStream examples, String version) throws IOException {
    var sentence = "\nwhere has my parcel of order " + version + " got to by now\n";
    examples.write(sentence.getBytes(StandardCharsets.UTF_8));
  }
}
