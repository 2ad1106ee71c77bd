package dev.hotdesk.bench.site;

import dev.hotdesk.jarmaker.Compiled;
import dev.hotdesk.jarmaker.PluginDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shipped plugins, wrapped in other ones that behave otherwise. */
final class Faulty {

  private static final String DATED =
      """
      package dev.hotdesk.channel.web;
      import dev.hotdesk.api.*;
      import java.time.Instant;
      import java.util.regex.Pattern;
      public final class Dated implements ChannelAdapter {
        private static final Pattern SENT = Pattern.compile("\\"sent\\":\\"([^\\"]+)\\"");
        private final WebChannel web = new WebChannel();
        @Override public String channel() { return web.channel(); }
        @Override public Inbound read(String frame) {
          var sent = SENT.matcher(frame);
          return web.read(frame) instanceof Inbound.Said said && sent.find()
              ? new Inbound.Said(said.clientId(), said.text(), said.attachments(), Instant.parse(sent.group(1)))
              : web.read(frame);
        }
        @Override public Delivery send(Outbound outbound, ChannelContext context) { return web.send(outbound, context); }
        @Override public Delivery tell(Aside aside, ChannelContext context) { return web.tell(aside, context); }
      }
      """;

  private Faulty() {}

  /** The orders agent, as this version, that does harm in statements of Java before it answers. */
  static Path of(Path jar, String version, String harm, Path folder) throws IOException {
    var source =
        """
        package dev.hotdesk.agent.orders;
        import dev.hotdesk.api.*;
        public final class Faulty implements Agent {
          private final OrdersAgent sound = new OrdersAgent();
          @Override public Reply respond(Turn turn, AgentContext context) {
            %s
            return sound.respond(turn, context);
          }
        }
        """
            .formatted(harm);
    return wrapped(jar, version, source, "dev.hotdesk.agent.orders.Faulty", folder);
  }

  /** The web channel, as this version, that tells when something was sent if the client says so. */
  static Path dated(Path jar, String version, Path folder) throws IOException {
    return wrapped(jar, version, DATED, "dev.hotdesk.channel.web.Dated", folder);
  }

  private static Path wrapped(Path jar, String version, String source, String name, Path folder)
      throws IOException {
    var shipped = jar.getFileName().toString();
    var plugin = shipped.substring(0, shipped.indexOf('-', shipped.indexOf('-') + 1));
    return PluginDraft.of(jar)
        .manifest("Plugin-Version", version)
        .entries(Compiled.of(List.of(source), jar))
        .extensions(name)
        .into(Files.createDirectories(folder), plugin + "-" + version + ".jar");
  }
}
