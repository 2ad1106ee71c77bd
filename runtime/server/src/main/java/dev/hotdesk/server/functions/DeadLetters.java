package dev.hotdesk.server.functions;

import dev.hotdesk.function.DeadLetter;
import dev.hotdesk.function.Deliveries;
import dev.hotdesk.function.DeliveriesUnavailableException;
import dev.hotdesk.server.access.Audit;
import java.time.Clock;
import java.util.List;

/**
 * The desk where admins deal with what plugins' functions failed at for good. What is done here is
 * put on record; what the letters say is not, as it may hold customers' words.
 *
 * <p>Each method throws {@link DeliveriesUnavailableException} when the storage fails.
 */
public final class DeadLetters {

  /** How many are shown at once. */
  public static final int MOST = 200;

  private final Deliveries deliveries;
  private final Audit audit;
  private final Clock clock;

  /** The letters are where the deliveries are. */
  public DeadLetters(Deliveries deliveries, Audit audit, Clock clock) {
    this.deliveries = deliveries;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The latest first, at the most {@link #MOST}.
   *
   * @param plugin whose; empty for all
   */
  public List<DeadLetter> list(String plugin) {
    return deliveries.dead(plugin, MOST);
  }

  /**
   * Lets one be tried anew, from the first attempt and under the same {@code Invocation.id}.
   *
   * @param by the admin's login
   * @return false if there is none such
   */
  public boolean replay(long id, String by) {
    boolean found = deliveries.replay(id, clock.instant());
    if (found) {
      audit.add(by, "dead_letter.replay", "#" + id, "");
    }
    return found;
  }

  /**
   * Lets all of a plugin be tried anew.
   *
   * @param by the admin's login
   * @return how many
   */
  public int replayAll(String plugin, String by) {
    int many = deliveries.replayAll(plugin, clock.instant());
    audit.add(by, "dead_letter.replay", plugin, many + " letters");
    return many;
  }

  /**
   * Forgets one.
   *
   * @param by the admin's login
   * @return false if there is none such
   */
  public boolean discard(long id, String by) {
    boolean found = deliveries.discard(id);
    if (found) {
      audit.add(by, "dead_letter.discard", "#" + id, "");
    }
    return found;
  }
}
