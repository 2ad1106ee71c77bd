package dev.hotdesk.assignment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How soon a customer's turn comes, compared with others; within a lane the oldest is first. */
public enum Lane {
  /** After everybody else. */
  LOW,
  /** As most customers. */
  NORMAL,
  /** Before most. */
  HIGH,
  /** Before all others. */
  VIP;

  /** This lane, or one so many steps higher (lower if negative); never beyond the ends. */
  public Lane raised(int steps) {
    var lanes = List.of(values());
    return lanes.get(Math.clamp((long) lanes.indexOf(this) + steps, 0, lanes.size() - 1));
  }

  /** The word for it in frames and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The lane of a word, if it is one. */
  public static Optional<Lane> of(String word) {
    return Stream.of(values()).filter(lane -> lane.word().equals(word)).findFirst();
  }
}
