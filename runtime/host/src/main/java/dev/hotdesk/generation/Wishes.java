package dev.hotdesk.generation;

import dev.hotdesk.rollout.CrashPoints;
import dev.hotdesk.rollout.DesiredState;
import dev.hotdesk.rollout.DesiredStateUnavailableException;
import dev.hotdesk.rollout.RolloutRefusedException;
import dev.hotdesk.rollout.Wish;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wanted of the plugins, saved before it is done. While the store cannot be used the folder
 * alone decides, and what came of it is saved later. Control thread only.
 */
final class Wishes {

  private static final Logger LOG = LoggerFactory.getLogger(Wishes.class);

  private final DesiredState store;
  private Map<String, Wish> wishes = Map.of();
  private long revision;
  private boolean isLoaded;
  private boolean isSaved = true;

  Wishes(DesiredState store) {
    this.store = store;
  }

  /** What is wanted of all plugins of which anything is. */
  Map<String, Wish> all() {
    return wishes;
  }

  Wish of(String plugin) {
    return wishes.getOrDefault(plugin, Wish.NONE);
  }

  /**
   * Reads what was wanted, if it is not known yet; says whether it is known now for the first time.
   */
  boolean load() {
    if (isLoaded) {
      return false;
    }
    try {
      var found = store.load();
      wishes = found.wishes();
      revision = found.revision();
      isLoaded = true;
      isSaved = true;
      return true;
    } catch (DesiredStateUnavailableException e) {
      if (isSaved) {
        LOG.error("What was wanted of the plugins is not known, so the folder alone decides", e);
      }
      isSaved = false;
      return false;
    }
  }

  /** Whether what was wanted before this process is known. */
  boolean isKnown() {
    return isLoaded;
  }

  /** From now on this is wanted; saved now if that is possible, or else later. */
  void want(Map<String, Wish> next) {
    if (isSaved && wishes.equals(next)) {
      return;
    }
    wishes = Map.copyOf(next);
    try {
      save(wishes);
    } catch (DesiredStateUnavailableException e) {
      if (isSaved) {
        LOG.error("What is wanted of the plugins cannot be saved now; it is tried again", e);
      }
      isSaved = false;
    }
  }

  /**
   * From now on this is wanted.
   *
   * @param by the admin, or empty if the runtime decided it
   * @throws RolloutRefusedException if an admin's decision cannot be saved; then nothing is changed
   */
  void want(Map<String, Wish> next, String by) {
    if (by.isEmpty()) {
      want(next);
      return;
    }
    try {
      save(next);
      wishes = Map.copyOf(next);
    } catch (DesiredStateUnavailableException e) {
      throw new RolloutRefusedException(
          "The decision could not be stored, so nothing is changed: " + e.getMessage());
    }
  }

  /** What is wanted, but for one plugin. */
  Map<String, Wish> with(String plugin, Wish wish) {
    var next = new TreeMap<>(wishes);
    next.put(plugin, wish);
    return next;
  }

  private void save(Map<String, Wish> next) {
    if (!isLoaded) {
      throw new DesiredStateUnavailableException("what was wanted before is not known", null);
    }
    CrashPoints.pass("saving");
    try {
      revision = store.save(revision, next);
      isSaved = true;
    } catch (DesiredStateUnavailableException e) {
      isLoaded = false; // Somebody else may have saved: look before the next attempt.
      throw e;
    }
    CrashPoints.pass("saved");
  }
}
