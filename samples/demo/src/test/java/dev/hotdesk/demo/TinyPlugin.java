package dev.hotdesk.demo;

import dev.hotdesk.api.Agent;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.pf4j.ExtensionPoint;

/**
 * A plugin made on the spot: one agent with one intent.
 *
 * @param id of the plugin
 * @param version of the plugin
 * @param respond the body of its {@code respond}
 * @param sentences what belongs to its intent, in English
 * @param permissions what its manifest asks for
 * @param schema of its settings; empty if it has none
 */
record TinyPlugin(
    String id,
    String version,
    String respond,
    List<String> sentences,
    String permissions,
    String schema) {

  /** One that asks for nothing and cannot be set. */
  TinyPlugin(String id, String version, String respond, List<String> sentences) {
    this(id, version, respond, sentences, "", "");
  }

  /** Compiles it and packs it into a jar in this folder. */
  Path pack(Path folder) throws IOException {
    var classes = Files.createDirectories(folder.resolve(id + "-classes"));
    compile(classes);
    var manifest = new Manifest();
    var main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Plugin-Id", id);
    main.putValue("Plugin-Version", version);
    main.putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
    main.putValue("Hotdesk-Permissions", permissions);
    main.putValue("Plugin-Provider", "A test");
    main.putValue("Plugin-Description", "Made on the spot.");
    var jar = folder.resolve(id + "-" + version + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      try (var files = Files.walk(classes)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
          add(out, name, Files.readAllBytes(file));
        }
      }
      if (!schema.isEmpty()) {
        add(out, "config.schema.json", utf8(schema));
      }
      add(out, "META-INF/extensions.idx", utf8("tiny.TinyAgent\n"));
      add(out, "intents/en.txt", utf8(examples("tiny words")));
      add(out, "intents/zh.txt", utf8(examples("测试插件专用句子")));
      add(out, "texts/en.properties", utf8("hello=Hello\n"));
      add(out, "texts/zh.properties", utf8("hello=你好\n"));
    }
    return jar;
  }

  private String examples(String also) {
    return "[%s.made]%n%s%n%s %s%n"
        .formatted(id.replace("-", ""), String.join("\n", sentences), also, id);
  }

  private void compile(Path classes) throws IOException {
    var source =
        """
        package tiny;
        import dev.hotdesk.api.*;
        import java.util.*;
        public final class TinyAgent implements Agent {
          @Override
          public Reply respond(Turn turn, AgentContext context) {
            %s
          }
        }
        """
            .formatted(respond);
    var file =
        new SimpleJavaFileObject(
            URI.create("string:///tiny/TinyAgent.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
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
    if (!compiler.getTask(null, null, null, options, null, List.of(file)).call()) {
      throw new IOException("Does not compile: " + source);
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
}
