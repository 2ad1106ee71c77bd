package dev.hotdesk.assignment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** All who wait for a person, in the order of service. A view: made anew whenever it is wanted. */
public final class Queue {

  private final Instant now;
  private final List<Routed> inOrder;
  private final Map<String, Routed> byConversation = new HashMap<>();
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, Integer> lengths = new HashMap<>();

  private Queue(Instant now, List<Routed> inOrder) {
    this.now = now;
    this.inOrder = inOrder;
    for (var routed : inOrder) {
      byConversation.put(routed.waiter().conversation(), routed);
      if (!routed.waiter().isHeld(now)) {
        positions.put(
            routed.waiter().conversation(), lengths.merge(routed.group().name(), 1, Integer::sum));
      }
    }
  }

  /** The queue of these people at this moment. */
  public static Queue of(Rulebook rulebook, Collection<Waiter> waiters, Instant now) {
    return new Queue(now, waiters.stream().map(rulebook::route).sorted(Routed.order(now)).toList());
  }

  /** Everybody, in the order of service. */
  public List<Routed> inOrder() {
    return inOrder;
  }

  /** Where somebody waits; empty if they do not. */
  public Optional<Routed> find(String conversation) {
    return Optional.ofNullable(byConversation.get(conversation));
  }

  /**
   * Somebody's place among those who wait for the same group, from 1; empty while they are held.
   */
  public OptionalInt position(String conversation) {
    var position = positions.get(conversation);
    return position == null ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** How many wait for each group, without those who are held. */
  public Map<String, Integer> lengths() {
    return Map.copyOf(lengths);
  }

  /** When this was so. */
  public Instant now() {
    return now;
  }
}
