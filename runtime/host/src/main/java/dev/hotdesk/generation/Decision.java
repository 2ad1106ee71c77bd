package dev.hotdesk.generation;

import dev.hotdesk.drop.Drop;
import dev.hotdesk.rollout.Share;
import dev.hotdesk.rollout.Wish;
import java.util.Map;
import java.util.Optional;

/**
 * What should serve now, as it follows from the folder and from what is wanted.
 *
 * @param wishes what is wanted from now on
 * @param stable the jars that should serve, by plugin
 * @param candidates those that should be tried in their place, by plugin
 * @param share which conversations the candidates get; empty without candidates
 * @param waiting why a jar does not serve yet, in a sentence for its drop's note
 * @param oneWay those of them to which an admin must agree, by plugin
 */
record Decision(
    Map<String, Wish> wishes,
    Map<String, Drop.Ready> stable,
    Map<String, Drop.Ready> candidates,
    Optional<Share> share,
    Map<Drop.Ready, String> waiting,
    Map<String, Drop.Ready> oneWay) {

  /** Nothing serves, and nothing should. */
  static final Decision NONE =
      new Decision(Map.of(), Map.of(), Map.of(), Optional.empty(), Map.of(), Map.of());
}
