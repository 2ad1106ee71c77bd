package dev.hotdesk.rollout;

import java.util.List;
import java.util.Optional;

/**
 * What an admin can see and decide about the versions of plugins. Each decision is stored as what
 * is wanted before it is carried out, so a restart at any moment ends at the old or the new.
 *
 * <p>Called by many threads at once. The methods that decide return once the decision is stored;
 * what comes of it shows in {@link #rollout} and {@link #timeline}. Each throws {@link
 * RolloutRefusedException} if there is nothing to decide, with the reason.
 */
public interface RolloutDesk {

  /** The rollout under way, if there is one: one set of plugins at a time. */
  Optional<Rollout> rollout();

  /** What happened to a plugin's versions, the latest first, at most 200. */
  List<Happening> timeline(String plugin);

  /**
   * Gives the candidate this share of the conversations from now on.
   *
   * @param percent 1 to 100
   */
  void canary(String plugin, int percent, String by);

  /**
   * Lets the candidate listen only, from now on: it sees what customers write, and nobody hears
   * what it answers. It goes on by itself if its plan says so.
   */
  void shadow(String plugin, String by);

  /** Lets the candidate serve everybody, at once. */
  void promote(String plugin, String by);

  /** Keeps the candidate at its share until it is promoted or rolled back by hand. */
  void hold(String plugin, String by);

  /**
   * Goes back: ends a rollout, or else lets the version before, which stands by, serve again. The
   * version gone back from is not tried again until its file changes or an admin promotes it.
   */
  void rollback(String plugin, String by);

  /** Agrees to an upgrade from which there is no way back, which waits for that. */
  void confirm(String plugin, String by);

  /** Takes the plugin out of service, or lets it serve again, whatever lies in the folder. */
  void enable(String plugin, boolean isEnabled, String by);
}
