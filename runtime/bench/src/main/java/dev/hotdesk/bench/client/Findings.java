package dev.hotdesk.bench.client;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a server did not keep its word.
 *
 * @param promised how many messages were acknowledged
 */
public record Findings(
    int promised, List<String> lost, List<String> duplicated, List<String> misordered) {

  /** Of nobody, yet. */
  public static final Findings NONE = new Findings(0, List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Findings {
    lost = List.copyOf(lost);
    duplicated = List.copyOf(duplicated);
    misordered = List.copyOf(misordered);
  }

  /** These and those together. */
  public Findings and(Findings other) {
    return new Findings(
        promised + other.promised,
        both(lost, other.lost),
        both(duplicated, other.duplicated),
        both(misordered, other.misordered));
  }

  /** The same, of messages that are counted elsewhere. */
  public Findings unpromised() {
    return new Findings(0, lost, duplicated, misordered);
  }

  /** Whether there is nothing to blame. */
  public boolean areClean() {
    return lost.isEmpty() && duplicated.isEmpty() && misordered.isEmpty();
  }

  private static List<String> both(List<String> some, List<String> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
