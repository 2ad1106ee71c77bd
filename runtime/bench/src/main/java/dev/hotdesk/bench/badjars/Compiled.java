package dev.hotdesk.bench.badjars;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java, compiled in memory against what is on the class path. */
public final class Compiled {

  private static final Map<String, Map<String, byte[]>> KNOWN = new ConcurrentHashMap<>();

  private Compiled() {}

  /** The class files of one source, by their names in a jar. */
  static Map<String, byte[]> of(String source) {
    return KNOWN.computeIfAbsent(
        source, it -> compiled(it, System.getProperty("java.class.path", "")));
  }

  /** The same, of a source that needs the classes of this jar as well. */
  public static Map<String, byte[]> of(String source, Path jar) {
    return compiled(source, System.getProperty("java.class.path", "") + File.pathSeparator + jar);
  }

  private static Map<String, byte[]> compiled(String source, String classPath) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var made = new HashMap<String, ByteArrayOutputStream>();
    var files =
        new ForwardingJavaFileManager<JavaFileManager>(
            compiler.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
              @Override
              public ByteArrayOutputStream openOutputStream() {
                return made.computeIfAbsent(
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
    var options = List.of("-proc:none", "-nowarn", "-cp", classPath);
    if (!compiler.getTask(null, files, _ -> {}, options, null, List.of(unit)).call()) {
      throw new IllegalStateException("Does not compile: " + source);
    }
    var bytes = new HashMap<String, byte[]>();
    made.forEach((name, content) -> bytes.put(name, content.toByteArray()));
    return bytes;
  }
}
