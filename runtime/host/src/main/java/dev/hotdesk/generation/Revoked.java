package dev.hotdesk.generation;

import dev.hotdesk.generation.GenerationState.Standby;
import dev.hotdesk.verify.JarVerifier;
import dev.hotdesk.verify.RefusedJarException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The jars that were loaded, and would be refused today as the shop trusts somebody no more. */
final class Revoked {

  private final JarVerifier verifier;
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicReference<Finding> latest = new AtomicReference<>(new Finding(0, Map.of()));

  Revoked(JarVerifier verifier) {
    this.verifier = verifier;
  }

  private record Finding(int look, Map<String, String> reasons) {}

  /** Verifies the jars of these anew, which takes its time. Any thread. */
  void look(Collection<Generation> loaded) {
    int look = looks.incrementAndGet();
    var found = new HashMap<String, String>();
    for (var generation : loaded) {
      if (!generation.state().isServing() && !(generation.state() instanceof Standby)) {
        continue;
      }
      var drop = generation.drop();
      try {
        verifier.verify(drop.file(), drop.jar().path(), drop.jar().sha256());
      } catch (RefusedJarException e) {
        found.put(drop.jar().sha256(), e.reason());
      }
    }
    var mine = new Finding(look, Map.copyOf(found));
    latest.updateAndGet(other -> other.look > look ? other : mine);
  }

  /** Why a jar may not serve again, if it may not. Any thread. */
  Optional<String> reason(String sha256) {
    return Optional.ofNullable(latest.get().reasons.get(sha256));
  }
}
