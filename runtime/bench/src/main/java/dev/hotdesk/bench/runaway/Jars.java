package dev.hotdesk.bench.runaway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles agents and packs them, all in one go. */
public final class Jars {

  private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();

  private Jars() {}

  /** Compiles all kinds, and an agent that is innocent. */
  public static Jars of(List<Kind> kinds) {
    var sources = new ArrayList<JavaFileObject>();
    for (var kind : kinds) {
      sources.add(source(kind.packageName() + "/Runaway", kind.source()));
      sources.add(source(kind.packageName() + "/Spin", kind.extraSource()));
    }
    sources.add(
        source(
            "innocent/Runaway",
            """
            package innocent;
            import dev.hotdesk.api.*;
            public class Runaway implements Agent {
              public Reply respond(Turn turn, AgentContext context) {
                long sum = 0;
                for (int i = 0; i < 10_000; i++) sum += i;
                return Reply.say("sum " + sum);
              }
            }
            """));
    var jars = new Jars();
    jars.compile(sources);
    return jars;
  }

  private static JavaFileObject source(String name, String code) {
    return new SimpleJavaFileObject(
        URI.create("mem:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public String getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }

  private void compile(List<JavaFileObject> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
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
    var options = List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
    if (!compiler.getTask(null, files, null, options, null, sources).call()) {
      throw new IllegalStateException("The runaway plugins do not compile");
    }
  }

  /** Packs one kind; the file is complete when it appears. */
  public void write(Kind kind, Path folder) throws IOException {
    write(kind.plugin(), "1.0.0", kind.packageName(), folder);
  }

  /** Packs the innocent agent under this id. */
  public void writeInnocent(String plugin, String version, Path folder) throws IOException {
    write(plugin, version, "innocent", folder);
  }

  private void write(String plugin, String version, String packageName, Path folder)
      throws IOException {
    var unfinished = folder.resolve(plugin + ".part");
    try (var jar = new JarOutputStream(Files.newOutputStream(unfinished))) {
      put(
          jar,
          "META-INF/MANIFEST.MF",
          "Manifest-Version: 1.0\r\nPlugin-Id: %s\r\nPlugin-Version: %s\r\nPlugin-Requires: >=1.0.0 & <2.0.0\r\n\r\n"
              .formatted(plugin, version));
      put(jar, "META-INF/extensions.idx", packageName + ".Runaway\n");
      for (var type : classes.entrySet()) {
        if (type.getKey().startsWith(packageName + "/")) {
          put(jar, type.getKey(), type.getValue().toByteArray());
        }
      }
    }
    Files.move(unfinished, folder.resolve(plugin + ".jar"));
  }

  private static void put(JarOutputStream jar, String name, String text) throws IOException {
    put(jar, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }
}
