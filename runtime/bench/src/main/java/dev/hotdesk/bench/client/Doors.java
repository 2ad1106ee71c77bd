package dev.hotdesk.bench.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The addresses of one Hotdesk or of several nodes, tried in turn. Safe for many threads. */
public final class Doors {

  private final List<Web> webs;
  private final AtomicInteger turn;

  /** These, beginning with the first. */
  public Doors(List<Web> webs) {
    this(webs, 0);
  }

  private Doors(List<Web> webs, int first) {
    this.webs = List.copyOf(webs);
    this.turn = new AtomicInteger(first);
  }

  /** There is only this one. */
  public static Doors of(Web web) {
    return new Doors(List.of(web));
  }

  /** The same, for a client of its own, which begins with this one. */
  public Doors from(int first) {
    return new Doors(webs, first);
  }

  /** The next one. */
  public Web next() {
    return webs.get(Math.floorMod(turn.getAndIncrement(), webs.size()));
  }

  /** The one after this one, for who wants to be at two at once. */
  public Web beside(Web one) {
    return webs.get((webs.indexOf(one) + 1) % webs.size());
  }

  /** All. */
  public List<Web> all() {
    return webs;
  }
}
