package dev.hotdesk.assignment;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody's place in the queue.
 *
 * @param group for whose operators they wait
 * @param lane how soon their turn comes
 * @param position their place among those who wait for this group, from 1; 0 while they are held
 * @param expected how long it will probably take; empty where that cannot be said honestly
 */
public record Place(String group, Lane lane, int position, Optional<Wait> expected) {

  private static final int NEAR = 10;

  /**
   * Whether this place is worth telling to somebody who knows of that one: each step near the
   * front, and each tenth of the way farther back.
   */
  public boolean isNewsAfter(int known) {
    var steps = Math.abs(position - known);
    return position <= NEAR ? steps > 0 : steps * NEAR >= known;
  }

  /**
   * Everybody's places.
   *
   * @param seats everybody at work
   * @param handled how long customers of each group were served lately
   */
  public static Map<String, Place> all(
      Queue queue, Collection<Seat> seats, Map<String, List<Duration>> handled) {
    var rooms = new HashMap<String, Room>();
    var places = new HashMap<String, Place>();
    for (var routed : queue.inOrder()) {
      var conversation = routed.waiter().conversation();
      var group = routed.group().name();
      var position = queue.position(conversation).orElse(0);
      var room = rooms.computeIfAbsent(group, name -> Room.of(name, queue, seats));
      var wait =
          position == 0
              ? Optional.<Wait>empty()
              : WaitEstimate.of(
                  position - 1,
                  (int) room.free(),
                  (int) Math.ceil(room.all()),
                  handled.getOrDefault(group, List.of()));
      places.put(conversation, new Place(group, routed.lane(), position, wait));
    }
    return places;
  }

  /** How many customers a group's operators can serve at a time, and how many more this moment. */
  private record Room(double all, double free) {

    /** Who serves several groups that have a queue gives each an equal share. */
    static Room of(String group, Queue queue, Collection<Seat> seats) {
      var all = 0.0;
      var free = 0.0;
      for (var seat : seats) {
        if (seat.status() == Seat.Status.ONLINE && seat.isIn(group)) {
          var share = queue.lengths().keySet().stream().filter(seat::isIn).count();
          all += (double) seat.capacity() / Math.max(1, share);
          free += (double) Math.max(0, seat.capacity() - seat.serving()) / Math.max(1, share);
        }
      }
      return new Room(all, free);
    }
  }
}
