package dev.hotdesk.rollout;

import java.util.List;
import java.util.Map;

/**
 * Where it is kept what is wanted of the plugins, apart from what is the case. Called by one thread
 * at a time; calls block. Each method throws {@link DesiredStateUnavailableException} if the
 * storage fails.
 */
public interface DesiredState {

  /**
   * What is wanted.
   *
   * @param revision grows with each change
   * @param wishes by plugin
   */
  record Revision(long revision, Map<String, Wish> wishes) {

    /** Copies the wishes. */
    public Revision {
      wishes = Map.copyOf(wishes);
    }
  }

  /** What is wanted as it was saved last; revision 0 if nothing ever was. */
  Revision load();

  /**
   * Saves what is wanted from now on; durable when it returns.
   *
   * @param known the revision on which this is based
   * @param wishes of all plugins
   * @return the new revision
   * @throws DesiredStateUnavailableException also if somebody else saved another revision meanwhile
   */
  long save(long known, Map<String, Wish> wishes);

  /** Notes what happened, in order. */
  void happened(List<Happening> happenings);

  /** What happened to a plugin, the latest first. */
  List<Happening> timeline(String plugin, int most);

  /** Notes what is the case on this node, in place of what was. */
  void observed(List<Observed> generations);

  /**
   * What is the case of one generation.
   *
   * @param plugin its id
   * @param version which
   * @param sha256 of its jar
   * @param generation its number
   * @param state in one word
   * @param note what to know about it, or empty
   */
  record Observed(
      String plugin, String version, String sha256, int generation, String state, String note) {}
}
