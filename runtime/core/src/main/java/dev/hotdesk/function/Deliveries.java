package dev.hotdesk.function;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Where occasions are kept until their functions have dealt with them, durably, and shared by all
 * nodes.
 *
 * <p>Called by many threads at once; calls block. Each method throws {@link
 * DeliveriesUnavailableException} when the storage fails.
 */
public interface Deliveries {

  /**
   * Keeps occasions, all or none; one that is kept already for the same function stays as it is.
   *
   * @param due when each is to be delivered first
   */
  void add(List<Occasion> occasions, Instant due);

  /**
   * Takes deliveries that are due, the longest due first, and counts an attempt for each. Nobody
   * else gets them before {@code until}: if this node is dead by then, another one tries again.
   *
   * @param functions of the plugin, by the names of their classes
   * @param node who takes them, for people to see
   */
  List<Delivery> claim(
      String plugin, Set<String> functions, int most, Instant now, Instant until, String node);

  /** The function has dealt with it: it is forgotten. Does nothing if the claim is lost. */
  void done(Delivery delivery);

  /** To be tried again. Does nothing if the claim is lost. */
  void again(Delivery delivery, Instant due, String error);

  /** Was not tried after all: as before, only later. Does nothing if the claim is lost. */
  void putBack(Delivery delivery, Instant due);

  /** Has failed for good. Does nothing if the claim is lost. */
  void bury(Delivery delivery, Instant now, String error);

  /**
   * Gives up what has waited since before a time, because its plugin is gone.
   *
   * @return how many
   */
  int buryOlder(Instant before, Instant now, String error);

  /**
   * The dead letters, the latest first, at the most so many.
   *
   * @param plugin whose; empty for all
   */
  List<DeadLetter> dead(String plugin, int most);

  /** Lets a dead letter be tried anew, from the first attempt; false if there is none such. */
  boolean replay(long id, Instant now);

  /** Lets all dead letters of a plugin be tried anew; returns how many. */
  int replayAll(String plugin, Instant now);

  /** Forgets a dead letter; false if there is none such. */
  boolean discard(long id);
}
