package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the newcomers that are to switch together with a jar that has not come yet. */
final class Partners {

  private final Plans plans;

  Partners(Plans plans) {
    this.plans = plans;
  }

  /**
   * Why newcomers must wait, by newcomer: a jar that one names is missing, or one with which it is
   * to switch waits itself.
   *
   * @param newcomers jars that neither serve nor are tried
   * @param drops all that lies in the folder
   */
  Map<Drop.Ready, String> missing(Collection<Drop.Ready> newcomers, List<Drop> drops) {
    var come =
        drops.stream()
            .filter(Drop.Ready.class::isInstance)
            .map(Drop::file)
            .collect(Collectors.toSet());
    var named =
        newcomers.stream()
            .collect(Collectors.toMap(drop -> drop, drop -> Set.copyOf(plans.partners(drop))));
    var reasons = new HashMap<Drop.Ready, String>();
    named.forEach(
        (drop, partners) ->
            partners.stream()
                .filter(file -> !come.contains(file))
                .sorted()
                .findFirst()
                .ifPresent(file -> reasons.put(drop, absent(drop, file))));
    while (spread(named, reasons)) {
      // One that waits may keep others waiting, and they yet others.
    }
    return reasons;
  }

  private static boolean spread(
      Map<Drop.Ready, Set<String>> named, Map<Drop.Ready, String> reasons) {
    for (var waiting : List.copyOf(reasons.keySet())) {
      for (var other : named.keySet()) {
        boolean isTied =
            named.getOrDefault(waiting, Set.of()).contains(other.file())
                || named.getOrDefault(other, Set.of()).contains(waiting.file());
        if (isTied && !reasons.containsKey(other)) {
          reasons.put(
              other,
              "It switches together with %s, which waits: %s"
                  .formatted(waiting.file(), reasons.get(waiting)));
          return true;
        }
      }
    }
    return false;
  }

  private static String absent(Drop.Ready drop, String file) {
    return "It waits for %s, with which it is to switch, as %s.rollout says: drop that jar, or take its name out of the file."
        .formatted(file, drop.file());
  }
}
