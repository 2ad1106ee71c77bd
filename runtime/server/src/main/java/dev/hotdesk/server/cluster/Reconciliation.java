package dev.hotdesk.server.cluster;

import dev.hotdesk.server.store.Places;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks in the database for what other servers have stored and this one has not heard of. What it
 * finds is news to the {@link Here}; to find the same twice is harmless.
 */
final class Reconciliation {

  private final Places places;
  private final Here here;

  /** Of conversations that are listened to but do not lie on the desk: how far they were seen. */
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  Reconciliation(Places places, Here here) {
    this.places = places;
    this.here = here;
  }

  /** Looks at the conversations in which something happened lately. */
  void quick() {
    var lively = places.lively();
    compare(lively);
    var missing = new HashSet<>(here.lively());
    missing.removeAll(lively.keySet());
    if (!missing.isEmpty()) {
      compare(places.of(missing));
    }
  }

  /** Looks at all that are open, lie on the desk or are listened to. */
  void thorough() {
    var open = places.open();
    seen.keySet().removeAll(open.keySet());
    compare(open);
    var rest = new HashSet<>(here.listened());
    rest.addAll(here.laidOut());
    rest.removeAll(open.keySet());
    seen.keySet().retainAll(rest);
    compare(places.of(rest));
  }

  private void compare(Map<String, Long> stored) {
    stored.forEach(
        (conversation, sequence) -> {
          var laidOut = here.known(conversation);
          var known = laidOut > 0 ? laidOut : seen.getOrDefault(conversation, 0L);
          if (sequence > known) {
            if (laidOut == 0) {
              seen.put(conversation, sequence);
            }
            here.moved(conversation, sequence);
          }
        });
  }
}
