package dev.hotdesk.generation;

import dev.hotdesk.jarmaker.PluginDraft;
import java.nio.file.Path;

/** The plugins of these tests. */
public final class Jars {

  private Jars() {}

  /** An agent that answers with its version; see {@link #agentSaying} for its source. */
  public static PluginDraft agent(String id, String version) {
    return empty(id, version)
        .compiled(agentSaying(""))
        .extensions("shop.Hello")
        .entry("texts/zh.properties", "greeting=你好")
        .entry("texts/en.properties", "greeting=Hello from " + version)
        .entry("intents/en.txt", "[hello]\nhello there\n");
  }

  /** Nothing but a complete manifest. */
  public static PluginDraft empty(String id, String version) {
    return PluginDraft.of(id, version);
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

  /** Writes a file, whole at once. */
  public static Path put(byte[] bytes, Path file) {
    return PluginDraft.put(bytes, file);
  }
}
