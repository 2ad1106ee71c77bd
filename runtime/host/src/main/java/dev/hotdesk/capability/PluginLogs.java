package dev.hotdesk.capability;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest lines of each plugin, its own and the runtime's about it, in memory. What people read
 * for long is the server's log; this is for looking on. Any thread.
 */
public final class PluginLogs {

  /** How many lines of a plugin are kept. */
  public static final int MOST = 500;

  private final Clock clock;
  private final Map<String, Ring> rings = new ConcurrentHashMap<>();

  /** Empty. */
  public PluginLogs(Clock clock) {
    this.clock = clock;
  }

  /**
   * A line.
   *
   * @param number grows within one plugin, from 1; begins anew when the server does
   * @param at when it was written
   * @param level how grave
   * @param version of the plugin, or empty
   * @param generation of the plugin, or 0
   * @param text with secrets blotted out
   */
  public record Line(
      long number,
      Instant at,
      System.Logger.Level level,
      String version,
      int generation,
      String text) {}

  /**
   * The lines of a plugin after one, oldest first.
   *
   * @param after the number of the last line that is known; 0 for all. A number from before the
   *     server began anew gives all.
   */
  public List<Line> tail(String plugin, long after) {
    var ring = rings.get(plugin);
    return ring == null ? List.of() : ring.after(after);
  }

  /** Adds a line. */
  public void add(
      String plugin, String version, int generation, System.Logger.Level level, String text) {
    rings
        .computeIfAbsent(plugin, _ -> new Ring())
        .add(clock.instant(), level, version, generation, text);
  }

  private static final class Ring {

    private final ArrayDeque<Line> lines = new ArrayDeque<>(MOST);
    private long last;

    synchronized void add(
        Instant at, System.Logger.Level level, String version, int generation, String text) {
      if (lines.size() == MOST) {
        lines.removeFirst();
      }
      lines.addLast(new Line(++last, at, level, version, generation, text));
    }

    synchronized List<Line> after(long number) {
      var found = new ArrayList<Line>();
      for (var line : lines) {
        if (line.number() > number || number > last) {
          found.add(line);
        }
      }
      return List.copyOf(found);
    }
  }
}
