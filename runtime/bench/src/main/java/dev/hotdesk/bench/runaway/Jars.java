package dev.hotdesk.bench.runaway;

import dev.hotdesk.jarmaker.Compiled;
import dev.hotdesk.jarmaker.PluginDraft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles agents and packs them, all in one go. */
public final class Jars {

  private static final String INNOCENT =
      """
      package innocent;
      import dev.hotdesk.api.*;
      public class Runaway implements Agent {
        public Reply respond(Turn turn, AgentContext context) {
          long sum = 0;
          for (int i = 0; i < 10_000; i++) sum += i;
          return Reply.say("sum " + sum);
        }
      }
      """;

  private final Map<String, byte[]> classes;

  private Jars(Map<String, byte[]> classes) {
    this.classes = classes;
  }

  /** Compiles all kinds, and an agent that is innocent. */
  public static Jars of(List<Kind> kinds) {
    var sources = new ArrayList<>(List.of(INNOCENT));
    for (var kind : kinds) {
      sources.add(kind.source());
      sources.add(kind.extraSource());
    }
    return new Jars(Compiled.of(sources));
  }

  /** Packs one kind; the file is complete when it appears. */
  public void write(Kind kind, Path folder) {
    write(kind.plugin(), "1.0.0", kind.packageName(), folder);
  }

  /** Packs the innocent agent under this id. */
  public void writeInnocent(String plugin, String version, Path folder) {
    write(plugin, version, "innocent", folder);
  }

  private void write(String plugin, String version, String packageName, Path folder) {
    var draft = PluginDraft.of(plugin, version).extensions(packageName + ".Runaway");
    classes.forEach(
        (name, bytes) -> {
          if (name.startsWith(packageName + "/")) {
            draft.entry(name, bytes);
          }
        });
    draft.into(folder, plugin + ".jar");
  }
}
