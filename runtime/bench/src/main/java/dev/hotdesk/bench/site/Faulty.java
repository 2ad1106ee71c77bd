package dev.hotdesk.bench.site;

import dev.hotdesk.bench.badjars.Compiled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** The orders agent, wrapped in another one that does harm before it answers. */
final class Faulty {

  private static final String INDEX = "META-INF/extensions.idx";

  private Faulty() {}

  /** Writes the jar anew, as this version, with the harm as statements of Java. */
  static Path of(Path jar, String version, String harm, Path folder) throws IOException {
    var file = Files.createDirectories(folder).resolve("agent-orders-" + version + ".jar");
    var more = new HashMap<String, byte[]>(classes(jar, harm));
    more.put(INDEX, "dev.hotdesk.agent.orders.Faulty\n".getBytes(StandardCharsets.UTF_8));
    try (var source = new JarFile(jar.toFile())) {
      var manifest = new Manifest(source.getManifest());
      manifest.getMainAttributes().putValue("Plugin-Version", version);
      try (var target = new JarOutputStream(Files.newOutputStream(file), manifest)) {
        for (var entry : source.stream().toList()) {
          var name = entry.getName();
          if (!entry.isDirectory()
              && !name.equals(JarFile.MANIFEST_NAME)
              && !more.containsKey(name)) {
            target.putNextEntry(new ZipEntry(name));
            try (var content = source.getInputStream(entry)) {
              content.transferTo(target);
            }
          }
        }
        for (var entry : more.entrySet()) {
          target.putNextEntry(new ZipEntry(entry.getKey()));
          target.write(entry.getValue());
        }
      }
    }
    return file;
  }

  private static Map<String, byte[]> classes(Path jar, String harm) {
    return Compiled.of(
        """
        package dev.hotdesk.agent.orders;
        import dev.hotdesk.api.*;
        public final class Faulty implements Agent {
          private final OrderStatusAgent sound = new OrderStatusAgent();
          @Override public Reply respond(Turn turn, AgentContext context) {
            %s
            return sound.respond(turn, context);
          }
        }
        """
            .formatted(harm),
        jar);
  }
}
