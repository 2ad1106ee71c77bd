package dev.hotdesk.bench.badjars;

import dev.hotdesk.jarmaker.PluginDraft;

/** An agent that would pass, until somebody spoils it. */
public final class Guest {

  private Guest() {}

  /** A sound plugin. */
  public static PluginDraft sound(String id) {
    return with(id, "");
  }

  /** The same, with these members in its agent. */
  static PluginDraft with(String id, String members) {
    return PluginDraft.of(id, "1.0.0")
        .compiled(source(members))
        .extensions("bad.Guest")
        .entry("texts/zh.properties", "greeting=你好")
        .entry("texts/en.properties", "greeting=hello")
        .entry("intents/en.txt", "[bad.guest]\nzebras on the moon\npurple zebras on the moon\n");
  }

  /** The agent's source, with more members. */
  static String source(String members) {
    return """
    package bad;
    import dev.hotdesk.api.*;
    public class Guest implements Agent {
      %s
      public Reply respond(Turn turn, AgentContext context) {
        return Reply.say(context.text("greeting"));
      }
    }
    """
        .formatted(members);
  }
}
