package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which newcomers belong together, and so switch in one step. */
final class Sets {

  private Sets() {}

  /** Of these, what was dropped first, with all that belongs to it. */
  static List<Drop.Ready> first(Collection<Drop.Ready> newcomers, Plans plans) {
    var left = new ArrayList<>(newcomers);
    left.sort(Comparator.comparing(Drop.Ready::modified).thenComparing(Drop.Ready::file));
    var set = new ArrayList<Drop.Ready>();
    if (!left.isEmpty()) {
      set.add(left.removeFirst());
    }
    for (int i = 0; i < set.size(); i++) {
      var member = set.get(i);
      for (var other : List.copyOf(left)) {
        if (isTied(member, other, plans) || isTied(other, member, plans)) {
          set.add(other);
          left.remove(other);
        }
      }
    }
    return set;
  }

  private static boolean isTied(Drop.Ready one, Drop.Ready other, Plans plans) {
    return one.jar().dependencies().stream()
            .anyMatch(wanted -> wanted.plugin().equals(other.jar().id()))
        || plans.partners(one).contains(other.file());
  }
}
