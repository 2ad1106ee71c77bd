package dev.hotdesk.server.watch;

import java.util.List;

/**
 * What the server holds of one kind.
 *
 * @param what the kind: {@code sockets}, {@code listeners}, {@code lanes}, {@code timers}, {@code
 *     leases}
 * @param held how many
 * @param ownerless how many of them nobody owns, or nobody came back for in time
 * @param names some of those
 */
public record Holding(String what, long held, long ownerless, List<String> names) {

  private static final int MOST_NAMES = 20;

  /** Keeps a few names only. */
  public Holding {
    names = names.stream().limit(MOST_NAMES).toList();
  }

  /** With as many ownerless ones as there are names. */
  public static Holding of(String what, long held, List<String> ownerless) {
    return new Holding(what, held, ownerless.size(), ownerless);
  }
}
