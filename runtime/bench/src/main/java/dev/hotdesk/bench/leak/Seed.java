package dev.hotdesk.bench.leak;

/**
 * A plugin that leaves one thing behind.
 *
 * @param kind what sort of thing, in a word that is also the plugin's id
 * @param members what its agent does, in Java
 * @param named the words by which the thing must be named
 */
public record Seed(String kind, String members, String named) {

  /** One that leaves nothing. */
  static final Seed CLEAN = new Seed("clean", "", "");

  /** The source of its one class. */
  String source() {
    return """
    package seed;
    import dev.hotdesk.api.*;
    import java.util.*;
    public class Seed implements Agent {
      %s
      public Reply respond(Turn turn, AgentContext context) {
        return Reply.say("hello");
      }
    }
    """
        .formatted(members);
  }
}
