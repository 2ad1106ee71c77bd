package dev.hotdesk.bench.runaway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One way to run away.
 *
 * @param number of the plugin
 * @param name for people
 * @param promise what is published about it
 * @param body what the agent does
 * @param members what it needs for that
 */
public record Kind(int number, String name, Promise promise, String body, String members) {

  /** What docs/stopping.md says of a kind. */
  public enum Promise {
    /** Stopped or quarantined within two deadlines. */
    SOON,
    /** Stopped or quarantined, but later. */
    LATE,
    /** Cannot be stopped. */
    NEVER
  }

  /** All kinds in {@code kinds.txt}. */
  public static List<Kind> all() throws IOException {
    String text;
    try (InputStream in = Kind.class.getResourceAsStream("kinds.txt")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    var kinds = new ArrayList<Kind>();
    for (var part : text.substring(2).split("\n# ")) {
      var head = part.lines().findFirst().orElseThrow();
      var code = part.substring(head.length()).split("\n--\n");
      var promise =
          head.endsWith(" !cannot")
              ? Promise.NEVER
              : head.endsWith(" !late") ? Promise.LATE : Promise.SOON;
      kinds.add(
          new Kind(
              kinds.size() + 1,
              head.replaceFirst(" !.*", ""),
              promise,
              code[0],
              code.length > 1 ? code[1] : ""));
    }
    return kinds;
  }

  /** The same as another plugin. */
  public Kind numbered(int other) {
    return new Kind(other, name, promise, body, members);
  }

  /** The id of the plugin that does it. */
  public String plugin() {
    return "runaway-" + number;
  }

  String packageName() {
    return "runaway" + number;
  }

  String source() {
    return """
    package %s;
    import dev.hotdesk.api.*;
    import java.util.*;
    import java.util.concurrent.*;
    import java.util.concurrent.locks.*;
    import java.util.function.*;
    import java.util.regex.*;
    import java.util.stream.*;
    public class Runaway implements Agent {
      int n;
      Object kept;
      public Reply respond(Turn turn, AgentContext context) {
        try {
          run();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
        return Reply.say("came back");
      }
      void run() throws Exception {
    %s
      }
    %s
    }
    """
        .formatted(packageName(), body, members);
  }

  /** A class that is defined by the plugin itself. */
  String extraSource() {
    return "package %s; public class Spin { public static void spin() { while (true) {} } }"
        .formatted(packageName());
  }
}
