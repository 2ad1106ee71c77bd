package dev.hotdesk.jarmaker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A plugin's jar in the making. It is packed as it was said, also where no tool would: entries
 * above the folder, a manifest that lacks what it needs.
 */
public final class PluginDraft {

  private static final String MANIFEST = JarFile.MANIFEST_NAME;

  private final Map<String, String> manifest = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private PluginDraft() {}

  /** Nothing but a complete manifest. */
  public static PluginDraft of(String id, String version) {
    return new PluginDraft()
        .manifest("Plugin-Id", id)
        .manifest("Plugin-Version", version)
        .manifest("Plugin-Requires", ">=1.0.0 & <2.0.0");
  }

  /** What is in this jar, to be changed. */
  public static PluginDraft of(Path jar) {
    var draft = new PluginDraft();
    try (var file = new JarFile(jar.toFile())) {
      file.getManifest()
          .getMainAttributes()
          .forEach((name, value) -> draft.manifest(name.toString(), value.toString()));
      for (var entry : file.stream().filter(it -> !it.isDirectory()).toList()) {
        try (var content = file.getInputStream(entry)) {
          draft.entry(entry.getName(), content.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + jar, e);
    }
    return draft.without(MANIFEST).without("Manifest-Version");
  }

  /** Sets a line of the manifest. */
  public PluginDraft manifest(String name, String value) {
    manifest.put(name, value);
    return this;
  }

  /** Takes out a line of the manifest or an entry. */
  public PluginDraft without(String name) {
    manifest.remove(name);
    entries.remove(name);
    return this;
  }

  /** Adds a text, or replaces what has this name. */
  public PluginDraft entry(String name, String content) {
    return entry(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file, or replaces what has this name. */
  public PluginDraft entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  /** Says which classes are the plugin's extensions. */
  public PluginDraft extensions(String... classes) {
    return entry("META-INF/extensions.idx", String.join("\n", classes) + "\n");
  }

  /** Adds the classes of a source, which replace what was compiled under the same names. */
  public PluginDraft compiled(String source) {
    return entries(Compiled.of(source));
  }

  /** Adds files by their names. */
  public PluginDraft entries(Map<String, byte[]> files) {
    files.forEach(this::entry);
    return this;
  }

  /** What an entry holds; nothing if there is none. */
  public byte[] content(String entry) {
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

  /** Writes the jar to this file of the folder, whole at once. */
  public Path into(Path folder, String file) {
    return put(bytes(), folder.resolve(file));
  }

  /** Writes a file, whole at once; it replaces what is there. */
  public static Path put(byte[] bytes, Path file) {
    try {
      var unfinished = file.resolveSibling(file.getFileName() + ".part");
      Files.write(unfinished, bytes);
      return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
