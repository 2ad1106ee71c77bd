package dev.hotdesk.server.gateway;

import dev.hotdesk.assignment.Place;
import java.util.Optional;

/** Where customers stand in the queue. */
@FunctionalInterface
public interface QueuePlaces {

  /** Nobody waits. */
  QueuePlaces NONE = _ -> Optional.empty();

  /** The place of a customer who waits and has one. */
  Optional<Place> of(String conversation);
}
