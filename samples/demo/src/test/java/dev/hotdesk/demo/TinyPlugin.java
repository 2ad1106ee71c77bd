package dev.hotdesk.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    var files = new HashMap<String, String>();
    if (!schema.isEmpty()) {
      files.put("config.schema.json", schema);
    }
    files.put("intents/en.txt", examples("tiny words"));
    files.put("intents/zh.txt", examples("测试插件专用句子"));
    files.put("texts/en.properties", "hello=Hello\n");
    files.put("texts/zh.properties", "hello=你好\n");
    var manifest = Map.of("Hotdesk-Permissions", permissions);
    return new TinyJar(id, version, manifest, Map.of("TinyAgent", source), files).pack(folder);
  }

  private String examples(String also) {
    return "[%s.made]%n%s%n%s %s%n"
        .formatted(id.replace("-", ""), String.join("\n", sentences), also, id);
  }
}
