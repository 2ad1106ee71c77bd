package dev.hotdesk.jarmaker;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java, compiled in memory against what is on the class path of this process. */
public final class Compiled {

  private static final Map<String, Map<String, byte[]>> KNOWN = new ConcurrentHashMap<>();

  private Compiled() {}

  /** The class files of one source, by their names in a jar. A source is compiled only once. */
  public static Map<String, byte[]> of(String source) {
    return KNOWN.computeIfAbsent(source, it -> of(List.of(it)));
  }

  /** The class files of sources that may need each other, and the classes of these jars. */
  public static Map<String, byte[]> of(List<String> sources, Path... jars) {
    var units = new ArrayList<Source>();
    for (var source : sources) {
      units.add(new Source(units.size(), source));
    }
    var classPath =
        Stream.concat(
                Stream.of(System.getProperty("java.class.path", "")),
                Stream.of(jars).map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new DiagnosticCollector<JavaFileObject>();
    var files = new Memory(compiler.getStandardFileManager(said, null, null));
    var options = List.of("-g", "-proc:none", "-nowarn", "-cp", classPath);
    if (!compiler.getTask(null, files, said, options, null, units).call()) {
      throw new IllegalArgumentException(
          "Does not compile: %s%n%s".formatted(said.getDiagnostics(), sources));
    }
    return files.classes();
  }

  /** A source whose classes may be called as they like. */
  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(int number, String text) {
      super(
          URI.create("mem:///Source" + (number == 0 ? "" : number) + ".java"),
          JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true;
    }
  }

  /** Where the compiler leaves its classes. */
  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, ByteArrayOutputStream> made = new HashMap<>();

    Memory(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      var entry = name.replace('.', '/') + ".class";
      return new SimpleJavaFileObject(URI.create("mem:///" + entry), kind) {
        @Override
        public ByteArrayOutputStream openOutputStream() {
          return made.computeIfAbsent(entry, _ -> new ByteArrayOutputStream());
        }
      };
    }

    Map<String, byte[]> classes() {
      var bytes = new TreeMap<String, byte[]>();
      made.forEach((name, content) -> bytes.put(name, content.toByteArray()));
      return bytes;
    }
  }
}
