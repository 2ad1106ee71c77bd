package dev.hotdesk.bench.understanding;

import dev.hotdesk.bench.site.Release;
import dev.hotdesk.routing.Knowledge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** What the agents in the release know, read from their packed plugins. */
final class ShippedAgents {

  private ShippedAgents() {}

  static List<Knowledge> all() throws IOException {
    var agents = new ArrayList<Knowledge>();
    try (var files = Files.list(Release.plugins())) {
      for (var jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        var agent = new Packed(jar);
        if (agent.read("intents/zh.txt").isPresent() || agent.read("intents/en.txt").isPresent()) {
          agents.add(agent);
        }
      }
    }
    return agents;
  }

  private record Packed(Path jar) implements Knowledge {

    @Override
    public String plugin() {
      try (var zip = new java.util.jar.JarFile(jar.toFile())) {
        return zip.getManifest().getMainAttributes().getValue("Plugin-Id");
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + jar, e);
      }
    }

    @Override
    public Optional<byte[]> read(String path) {
      try (var zip = new ZipFile(jar.toFile())) {
        var entry = zip.getEntry(path);
        return entry == null
            ? Optional.empty()
            : Optional.of(zip.getInputStream(entry).readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + jar, e);
      }
    }
  }
}
