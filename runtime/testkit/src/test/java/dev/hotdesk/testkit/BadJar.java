package dev.hotdesk.testkit;

import dev.hotdesk.api.Agent;
import dev.hotdesk.jarmaker.PluginDraft;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Packs one class of this test into a plugin's jar. */
final class BadJar {

  private BadJar() {}

  static PluginDraft of(Class<? extends Agent> agent) {
    var name = agent.getName().replace('.', '/') + ".class";
    try (var bytes = agent.getResourceAsStream("/" + name)) {
      return PluginDraft.of("bad", "1.0.0")
          .extensions(agent.getName())
          .entry("intents/zh.txt", "[hello.greet]\n你好\n早上好\n")
          .entry("intents/en.txt", "[hello.greet]\nhello\ngood morning\n")
          .entry("texts/zh.properties", "greeting=你好,{0}\n")
          .entry("texts/en.properties", "greeting=Hello, {0}\n")
          .entry(name, bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
