package dev.hotdesk.bench.site;

import dev.hotdesk.jarmaker.Compiled;
import dev.hotdesk.jarmaker.PluginDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The orders agent, wrapped in another one that does harm before it answers. */
final class Faulty {

  private Faulty() {}

  /** Writes the jar anew, as this version, with the harm as statements of Java. */
  static Path of(Path jar, String version, String harm, Path folder) throws IOException {
    var source =
        """
        package dev.hotdesk.agent.orders;
        import dev.hotdesk.api.*;
        public final class Faulty implements Agent {
          private final OrderStatusAgent sound = new OrderStatusAgent();
          @Override public Reply respond(Turn turn, AgentContext context) {
            %s
            return sound.respond(turn, context);
          }
        }
        """
            .formatted(harm);
    return PluginDraft.of(jar)
        .manifest("Plugin-Version", version)
        .entries(Compiled.of(List.of(source), jar))
        .extensions("dev.hotdesk.agent.orders.Faulty")
        .into(Files.createDirectories(folder), "agent-orders-" + version + ".jar");
  }
}
