package dev.hotdesk.assignment;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An operator at work, as far as it matters for who gets whom.
 *
 * @param login who
 * @param status whether they take customers now
 * @param capacity how many they may serve at a time
 * @param serving how many they serve now
 * @param groups which groups they belong to, besides the one of everybody
 * @param skills what they know
 * @param stores for which stores they work; empty for none in particular
 * @param lastGiven when they were last given a customer
 */
public record Seat(
    String login,
    Status status,
    int capacity,
    int serving,
    Set<String> groups,
    Set<String> skills,
    Set<String> stores,
    Instant lastGiven) {

  /** Copies what it holds. */
  public Seat {
    groups = Set.copyOf(groups);
    skills = Set.copyOf(skills);
    stores = Set.copyOf(stores);
  }

  /** Whether an operator takes customers. */
  public enum Status {
    /** Here, and takes customers. */
    ONLINE,
    /** Here, but wants no new customers. */
    BUSY,
    /** Has a break. */
    BREAK,
    /** Not here. */
    AWAY;

    /** The word for it in frames and the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word, if it is one. */
    public static Optional<Status> of(String word) {
      return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
    }
  }

  /** Whether there is room for another customer. */
  public boolean hasRoom() {
    return serving < capacity;
  }

  /** Whether they can be expected to have room soon. */
  public boolean isAtWork() {
    return status == Status.ONLINE || status == Status.BUSY;
  }

  /** Whether they belong to this group. */
  public boolean isIn(String group) {
    return group.equals(Group.ALL) || groups.contains(group);
  }

  boolean isOf(String store) {
    return stores.contains(store);
  }

  /** This operator with one customer more. */
  Seat given(Instant now) {
    return new Seat(login, status, capacity, serving + 1, groups, skills, stores, now);
  }
}
