package dev.hotdesk.demo;

import dev.hotdesk.api.Agent;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.pf4j.ExtensionPoint;

/**
 * A plugin's jar made on the spot.
 *
 * @param id of the plugin
 * @param version of the plugin
 * @param manifest what its manifest says besides
 * @param extensions the source of each, by the simple name of its class; all in the package tiny
 * @param files what else is in it
 */
record TinyJar(
    String id,
    String version,
    Map<String, String> manifest,
    Map<String, String> extensions,
    Map<String, String> files) {

  /** Compiles it and packs it into a jar in this folder. */
  Path pack(Path folder) throws IOException {
    var classes = Files.createDirectories(folder.resolve(id + "-classes"));
    compile(classes);
    var jar = folder.resolve(id + "-" + version + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifested())) {
      try (var found = Files.walk(classes)) {
        for (var file : found.filter(Files::isRegularFile).toList()) {
          var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
          add(out, name, Files.readAllBytes(file));
        }
      }
      var index = new StringBuilder();
      extensions.keySet().forEach(name -> index.append("tiny.").append(name).append('\n'));
      add(out, "META-INF/extensions.idx", utf8(index.toString()));
      for (var file : files.entrySet()) {
        add(out, file.getKey(), utf8(file.getValue()));
      }
    }
    return jar;
  }

  private Manifest manifested() {
    var whole = new Manifest();
    var main = whole.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Plugin-Id", id);
    main.putValue("Plugin-Version", version);
    main.putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
    main.putValue("Plugin-Provider", "A test");
    main.putValue("Plugin-Description", "Made on the spot.");
    manifest.forEach(main::putValue);
    return whole;
  }

  private void compile(Path classes) throws IOException {
    var sources = new ArrayList<JavaFileObject>();
    extensions.forEach((name, source) -> sources.add(new Source(name, source)));
    var options =
        List.of(
            "-proc:none",
            "--release",
            "25",
            "-d",
            classes.toString(),
            "-cp",
            home(Agent.class) + File.pathSeparator + home(ExtensionPoint.class));
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (!compiler.getTask(null, null, null, options, null, sources).call()) {
      throw new IOException("Does not compile: " + extensions);
    }
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///tiny/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
