package dev.hotdesk.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether plugins that should be active together have each other as they need. */
public final class Dependencies {

  private final Map<String, PluginJar> jars = new TreeMap<>();
  private final Map<String, List<String>> cycles = new TreeMap<>();
  private final Set<String> followed = new HashSet<>();

  private Dependencies(Collection<PluginJar> candidates) {
    candidates.forEach(jar -> jars.put(jar.id(), jar));
    jars.keySet().forEach(id -> follow(id, new LinkedHashSet<>()));
  }

  /**
   * A jar that cannot be active among the others.
   *
   * @param jar which
   * @param reason one sentence for the shop's staff
   */
  public record Refusal(PluginJar jar, String reason) {}

  /**
   * The jars among these, at most one of each plugin, that cannot be active; by plugin id. A jar
   * that needs one of those is not among them: leave these out and ask again until there is none.
   */
  public static List<Refusal> check(Collection<PluginJar> candidates) {
    var dependencies = new Dependencies(candidates);
    var refusals = new ArrayList<Refusal>();
    for (var jar : dependencies.jars.values()) {
      var reason = dependencies.reason(jar);
      if (!reason.isEmpty()) {
        refusals.add(new Refusal(jar, reason));
      }
    }
    return List.copyOf(refusals);
  }

  private String reason(PluginJar jar) {
    var reasons = new ArrayList<String>();
    for (var wanted : jar.dependencies()) {
      var found = jars.get(wanted.plugin());
      if (found == null && !wanted.optional()) {
        reasons.add(
            "%s %s needs the plugin %s; none of that id is active: drop it too."
                .formatted(jar.id(), jar.version(), wanted));
      } else if (found != null && !wanted.accepts(found.version())) {
        reasons.add(
            "%s %s needs the plugin %s; version %s is active: drop a version in that range."
                .formatted(jar.id(), jar.version(), wanted, found.version()));
      }
    }
    var cycle = cycles.get(jar.id());
    if (cycle != null) {
      reasons.add(
          "%s %s needs itself (%s); wanted plugins that do not need each other in a circle: let one of them listen to the other's events instead."
              .formatted(jar.id(), jar.version(), String.join(" → ", cycle)));
    }
    return String.join(" ", reasons);
  }

  /** Notes each circle that leads through a plugin, the first one found. */
  private void follow(String id, Set<String> path) {
    var jar = jars.get(id);
    if (jar == null || followed.contains(id)) {
      return;
    }
    if (!path.add(id)) {
      note(new ArrayList<>(path), id);
      return;
    }
    for (var wanted : jar.dependencies()) {
      if (!wanted.optional()) {
        follow(wanted.plugin(), path);
      }
    }
    path.remove(id);
    followed.add(id);
  }

  private void note(List<String> path, String id) {
    var circle = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
    Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
    circle.add(circle.getFirst());
    circle.forEach(member -> cycles.putIfAbsent(member, List.copyOf(circle)));
  }
}
