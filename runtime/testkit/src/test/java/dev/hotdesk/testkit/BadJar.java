package dev.hotdesk.testkit;

import dev.hotdesk.api.Agent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs one class of this test into a plugin's jar. */
final class BadJar {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Manifest manifest = new Manifest();

  BadJar(Class<? extends Agent> agent) {
    entry("META-INF/extensions.idx", agent.getName() + "\n");
    entry("intents/zh.txt", "[hello.greet]\n你好\n早上好\n");
    entry("intents/en.txt", "[hello.greet]\nhello\ngood morning\n");
    entry("texts/zh.properties", "greeting=你好,{0}\n");
    entry("texts/en.properties", "greeting=Hello, {0}\n");
    var name = agent.getName().replace('.', '/') + ".class";
    try (var bytes = agent.getResourceAsStream("/" + name)) {
      entries.put(name, bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    attribute(Attributes.Name.MANIFEST_VERSION.toString(), "1.0");
    attribute("Plugin-Id", "bad");
    attribute("Plugin-Version", "1.0.0");
    attribute("Plugin-Requires", ">=1.0.0 & <2.0.0");
  }

  BadJar entry(String name, String content) {
    entries.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  BadJar attribute(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  Path into(Path folder) {
    var jar = folder.resolve("bad.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
