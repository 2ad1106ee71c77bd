package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.CrashPoints;
import dev.hotdesk.verify.RefusedJarException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a generation of each jar that should serve: one that is loaded already, or a new one, which
 * is kept here until a routing table leads to it. Control thread only.
 */
final class Nursery {

  private static final Logger LOG = LoggerFactory.getLogger(Nursery.class);

  private final Incubator incubator;
  private final ControlThread control;
  private final Switchboard switchboard;
  private final Memories memories;
  private final Graveyard graveyard;
  private final List<Generation> known;
  private final Map<Drop.Ready, Generation> hatched = new HashMap<>();
  private final Set<String> stale = new HashSet<>();
  private boolean hasNews;

  /**
   * Generations that it makes are added to those known. While one is made, what is urgent is done
   * on the control thread.
   */
  Nursery(
      Incubator incubator,
      ControlThread control,
      Switchboard switchboard,
      Memories memories,
      Graveyard graveyard,
      List<Generation> known) {
    this.incubator = incubator;
    this.control = control;
    this.switchboard = switchboard;
    this.memories = memories;
    this.graveyard = graveyard;
    this.known = known;
  }

  /** The next time that a generation of this plugin is wanted it is a new one. */
  void renew(String plugin) {
    stale.add(plugin);
  }

  /** A generation of this jar that can serve. */
  Generation running(Drop.Ready drop) throws RefusedJarException {
    var found =
        switchboard.atHand().stream()
            .filter(each -> each.jar().sha256().equals(drop.jar().sha256()))
            .filter(each -> !each.state().isCondemned())
            .findFirst();
    if (found.isEmpty()) {
      return hatched(drop);
    }
    if (!stale.contains(drop.jar().id())) {
      return found.get();
    }
    try {
      return hatched(drop);
    } catch (RefusedJarException e) {
      LOG.warn("{} goes on as it was: {}", found.get(), e.reason());
      stale.remove(drop.jar().id());
      return found.get();
    }
  }

  private Generation hatched(Drop.Ready drop) throws RefusedJarException {
    var before = hatched.get(drop);
    if (before != null) {
      return before;
    }
    CrashPoints.pass("loading");
    var generation = hatch(drop);
    CrashPoints.pass("probed");
    known.add(generation);
    hatched.put(drop, generation);
    hasNews |= memories.note(generation);
    return generation;
  }

  /** A new generation that no routing table is to lead to now. */
  Generation apart(Drop.Ready drop) throws RefusedJarException {
    var generation = hatch(drop);
    known.add(generation);
    memories.note(generation);
    return generation;
  }

  private Generation hatch(Drop.Ready drop) throws RefusedJarException {
    try {
      return control.patiently(() -> incubator.hatch(drop));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedJarException refused) {
        throw refused;
      }
      throw new IllegalStateException(drop.file() + " could not be made a plugin", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + drop.file() + " was loaded", e);
    }
  }

  /** Whether something was learnt of a jar since this was last asked. */
  boolean hasNews() {
    boolean had = hasNews;
    hasNews = false;
    return had;
  }

  /** Lets go of what no routing table led to. */
  void clear() {
    for (var unused : hatched.values()) {
      if (unused.state() instanceof GenerationState.Probed) {
        unused.retire(graveyard);
      }
      stale.remove(unused.jar().id());
    }
    hatched.clear();
  }
}
