package dev.hotdesk.server.assignment;

import dev.hotdesk.assignment.Place;
import dev.hotdesk.assignment.Queue;
import dev.hotdesk.assignment.Routed;
import dev.hotdesk.assignment.Rulebook;
import dev.hotdesk.assignment.Seat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who waits where and who is at work, at one moment.
 *
 * @param rulebook by which rules
 * @param queue who waits, in the order of service
 * @param seats everybody who may serve
 * @param places everybody's place
 */
record Line(Rulebook rulebook, Queue queue, List<Seat> seats, Map<String, Place> places) {

  static final Line EMPTY =
      new Line(
          Rulebook.EMPTY, Queue.of(Rulebook.EMPTY, List.of(), Instant.EPOCH), List.of(), Map.of());

  Optional<Seat> seat(String login) {
    return seats.stream().filter(it -> it.login().equals(login)).findFirst();
  }

  /** The queue without these conversations. */
  Queue without(Set<String> conversations) {
    return conversations.isEmpty()
        ? queue
        : Queue.of(
            rulebook,
            queue.inOrder().stream()
                .map(Routed::waiter)
                .filter(it -> !conversations.contains(it.conversation()))
                .toList(),
            queue.now());
  }
}
