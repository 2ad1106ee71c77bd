package dev.hotdesk.retire;

import java.util.List;

/** What became of a generation after it was retired. */
public sealed interface Proof {

  /** What it left behind and the runtime cleaned, since the last word of it. */
  List<Remnant> cleaned();

  /** Nothing of it is in memory. */
  record Collected(List<Remnant> cleaned) implements Proof {

    /** Copies the list. */
    public Collected {
      cleaned = List.copyOf(cleaned);
    }
  }

  /**
   * Something keeps it in memory.
   *
   * @param culprits what keeps it; never empty
   */
  record Leaked(List<Remnant> cleaned, List<Remnant> culprits) implements Proof {

    /** Copies the lists. */
    public Leaked {
      cleaned = List.copyOf(cleaned);
      culprits = List.copyOf(culprits);
    }
  }
}
