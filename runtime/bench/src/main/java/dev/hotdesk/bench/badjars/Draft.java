package dev.hotdesk.bench.badjars;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A plugin's jar in the making: sound, until somebody spoils it. */
public final class Draft {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Map<String, String> manifest = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private Draft() {}

  /** An agent that would pass. */
  public static Draft sound(String id) {
    return new Draft()
        .line("Plugin-Id", id)
        .line("Plugin-Version", "1.0.0")
        .line("Plugin-Requires", ">=1.0.0 & <2.0.0")
        .code("")
        .extensions("bad.Guest")
        .entry("texts/zh.properties", "greeting=你好")
        .entry("texts/en.properties", "greeting=hello")
        .entry("intents/en.txt", "[bad.guest]\nzebras on the moon\npurple zebras on the moon\n");
  }

  /** The same, with these members in its agent. */
  static Draft coded(String id, String members) {
    return sound(id).code(members);
  }

  /** Sets a line of the manifest. */
  public Draft line(String name, String value) {
    manifest.put(name, value);
    return this;
  }

  Draft without(String name) {
    manifest.remove(name);
    entries.remove(name);
    return this;
  }

  Draft entry(String name, String content) {
    return entry(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Draft entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  Draft extensions(String... classes) {
    return entry("META-INF/extensions.idx", String.join("\n", classes) + "\n");
  }

  /** Compiles the agent anew, with more members. */
  Draft code(String members) {
    return classes(
        """
        package bad;
        import dev.hotdesk.api.*;
        public class Guest implements Agent {
          %s
          public Reply respond(Turn turn, AgentContext context) {
            return Reply.say(context.text("greeting"));
          }
        }
        """
            .formatted(members));
  }

  /** Adds the classes of a source. */
  Draft classes(String source) {
    entries.putAll(Compiled.of(source));
    return this;
  }

  byte[] content(String entry) {
    return entries.getOrDefault(entry, new byte[0]).clone();
  }

  /** The jar. */
  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      if (!manifest.isEmpty()) {
        var text = new StringBuilder("Manifest-Version: 1.0\r\n");
        manifest.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        write(zip, MANIFEST, text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      }
      for (var entry : entries.entrySet()) {
        write(zip, entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
