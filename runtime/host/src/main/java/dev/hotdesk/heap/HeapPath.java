package dev.hotdesk.heap;

import java.util.List;

/**
 * How an object is kept in memory.
 *
 * @param root where it begins, such as {@code static field shop.Cache.ALL}
 * @param steps the classes of the objects on the way
 */
public record HeapPath(String root, List<String> steps) {

  private static final int LONGEST = 8;

  /** Copies the steps. */
  public HeapPath {
    steps = List.copyOf(steps);
  }

  /** In one line. */
  public String words() {
    var words = new StringBuilder(root);
    for (int i = 0; i < steps.size(); i++) {
      if (i < LONGEST / 2 || i >= steps.size() - LONGEST / 2) {
        words.append(" → ").append(steps.get(i));
      } else if (i == LONGEST / 2) {
        words.append(" → …");
      }
    }
    return words.toString();
  }
}
