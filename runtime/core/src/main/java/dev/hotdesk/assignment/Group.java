package dev.hotdesk.assignment;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A group of operators, and how its customers find theirs.
 *
 * @param name what it is called
 * @param mode who decides which operator takes whom
 * @param strategy who of several free operators is given the next customer
 * @param bound after waiting for so long, a customer goes before every lane
 * @param overflow for so long, a customer waits for an operator of their own store, or the one who
 *     was asked for, while there is such an operator at work
 * @param isSticky whether a customer goes to who served them last, if that one has room
 */
public record Group(
    String name,
    Mode mode,
    Strategy strategy,
    Duration bound,
    Duration overflow,
    boolean isSticky) {

  /** The group that everybody belongs to, and where customers go whom no rule sends elsewhere. */
  public static final String ALL = "all";

  private static final Duration USUAL_BOUND = Duration.ofMinutes(5);
  private static final Duration USUAL_OVERFLOW = Duration.ofMinutes(1);

  /** The group of everybody as long as nothing else is said of it: operators pick by hand. */
  public static Group everybody() {
    return usual(ALL);
  }

  /** A group as it is as long as nothing else is said of it. */
  public static Group usual(String name) {
    return new Group(name, Mode.PICK, Strategy.ROUND_ROBIN, USUAL_BOUND, USUAL_OVERFLOW, true);
  }

  /** Who decides which operator takes whom. */
  public enum Mode {
    /** Operators pick whom they like. */
    PICK,
    /** Operators ask for the next in line, and may not pick. */
    NEXT,
    /** Customers are given to operators with room. */
    AUTO;

    /** The word for it in frames and the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of a word, if it is one. */
    public static Optional<Mode> of(String word) {
      return Stream.of(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
  }

  /** Who of several operators with room is given the next customer. */
  public enum Strategy {
    /** Who has been given none for the longest time. */
    ROUND_ROBIN,
    /** Who uses the least of their room. */
    LEAST_BUSY;

    /** The word for it in frames and the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The strategy of a word, if it is one. */
    public static Optional<Strategy> of(String word) {
      return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }
  }
}
