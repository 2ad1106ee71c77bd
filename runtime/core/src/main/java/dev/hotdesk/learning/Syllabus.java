package dev.hotdesk.learning;

import java.util.List;

/**
 * What was taught, at one moment.
 *
 * @param active what customers are understood by, oldest first
 * @param pending what has still to show that nothing gets worse by it, oldest first
 */
public record Syllabus(List<Lesson> active, List<Lesson> pending) {

  /** Nothing was taught yet. */
  public static final Syllabus EMPTY = new Syllabus(List.of(), List.of());

  /** Copies the lists. */
  public Syllabus {
    active = List.copyOf(active);
    pending = List.copyOf(pending);
  }
}
