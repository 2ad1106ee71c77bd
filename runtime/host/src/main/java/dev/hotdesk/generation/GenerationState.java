package dev.hotdesk.generation;

/**
 * How far a generation has come.
 *
 * <pre>
 * VERIFIED ──► LOADED ──► PROBED ──► LIVE ──► DRAINING ──► RETIRED ──► COLLECTED
 *     │           │          │                                │
 *     └───────────┴──────────┴──► REJECTED ──► COLLECTED      └──► LEAKED ──► COLLECTED
 * </pre>
 *
 * A rejected generation may leak as well.
 */
public enum GenerationState {
  /** Its jar is whole, complete and built for this plugin API; none of its code has run. */
  VERIFIED,
  /** It has a class loader. */
  LOADED,
  /** Its extensions are made and its texts are read. */
  PROBED,
  /** The current routing table leads to it. */
  LIVE,
  /** New turns do not reach it; turns that began with it are still under way. */
  DRAINING,
  /** Its threads are told to stop and its class loader is closed. */
  RETIRED,
  /** Nothing of it is left in memory. */
  COLLECTED,
  /** It could not be loaded, or its knowledge could not be used. */
  REJECTED,
  /** Something still holds on to it long after it was retired. */
  LEAKED
}
