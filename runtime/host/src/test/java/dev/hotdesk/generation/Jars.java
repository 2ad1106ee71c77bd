package dev.hotdesk.generation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds a plugin's jar in memory, sound unless told otherwise. */
public final class Jars {

  private static final Map<String, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

  private final Map<String, String> manifest = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private Jars() {}

  /** An agent that answers with its version; see {@link #agentSaying} for its source. */
  public static Jars agent(String id, String version) {
    return empty(id, version)
        .compiled(agentSaying(""))
        .extensions("shop.Hello")
        .entry("texts/zh.properties", "greeting=你好")
        .entry("texts/en.properties", "greeting=Hello from " + version)
        .entry("intents/en.txt", "[hello]\nhello there\n");
  }

  /** Nothing but a complete manifest. */
  public static Jars empty(String id, String version) {
    return new Jars()
        .manifest("Plugin-Id", id)
        .manifest("Plugin-Version", version)
        .manifest("Plugin-Requires", ">=1.0.0 & <2.0.0");
  }

  /** The source of an agent, with more members. */
  public static String agentSaying(String members) {
    return """
    package shop;
    import dev.hotdesk.api.*;
    public class Hello implements Agent {
      %s
      public Reply respond(Turn turn, AgentContext context) {
        return Reply.say(context.text("greeting"));
      }
    }
    """
        .formatted(members);
  }

  public Jars manifest(String name, String value) {
    manifest.put(name, value);
    return this;
  }

  public Jars without(String name) {
    manifest.remove(name);
    entries.remove(name);
    return this;
  }

  public Jars entry(String name, String content) {
    return entry(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public Jars entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  public Jars extensions(String... classes) {
    return entry("META-INF/extensions.idx", String.join("\n", classes) + "\n");
  }

  /** Adds the classes of a source, which replaces what was compiled under the same names. */
  public Jars compiled(String source) {
    COMPILED.computeIfAbsent(source, Jars::compile).forEach(this::entry);
    return this;
  }

  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes)) {
      if (!manifest.isEmpty()) {
        var text = new StringBuilder("Manifest-Version: 1.0\r\n");
        manifest.forEach((key, value) -> text.append(key + ": " + value + "\r\n"));
        write(
            jar,
            "META-INF/MANIFEST.MF",
            text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      }
      for (var entry : entries.entrySet()) {
        write(jar, entry.getKey(), entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Puts the jar in place in one step. */
  public Path into(Path folder, String file) {
    return put(bytes(), folder.resolve(file));
  }

  public static Path put(byte[] bytes, Path file) {
    try {
      var unfinished = file.resolveSibling(file.getFileName() + ".part");
      Files.write(unfinished, bytes);
      return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  /** The classes of a source, by the name of their entry. */
  static Map<String, byte[]> compile(String source) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var classes = new HashMap<String, ByteArrayOutputStream>();
    var files =
        new ForwardingJavaFileManager<JavaFileManager>(
            compiler.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
              @Override
              public ByteArrayOutputStream openOutputStream() {
                return classes.computeIfAbsent(
                    name.replace('.', '/') + ".class", _ -> new ByteArrayOutputStream());
              }
            };
          }
        };
    var unit =
        new SimpleJavaFileObject(URI.create("mem:///Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public String getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }

          @Override
          public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
          }
        };
    var options =
        new ArrayList<>(List.of("-proc:none", "-cp", System.getProperty("java.class.path")));
    if (!compiler.getTask(null, files, null, options, null, List.of(unit)).call()) {
      throw new IllegalArgumentException("Does not compile: " + source);
    }
    var bytes = new HashMap<String, byte[]>();
    classes.forEach((name, content) -> bytes.put(name, content.toByteArray()));
    return bytes;
  }
}
