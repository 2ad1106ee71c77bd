package dev.hotdesk.generation;

import dev.hotdesk.rollout.Wish;
import java.util.Locale;

/**
 * How far a generation has come, and what is known about that.
 *
 * <pre>
 * STAGED ─► VERIFIED ─► LOADED ─► PROBED ─► SHADOW ─► CANARY ─► LIVE ─► DRAINING ─► RETIRED ─► COLLECTED
 *    │          │          │        │ │        │       │  ▲      │ ▲                   │          ▲
 *    └──────────┴──────────┴────────┤ └────────┼───────┼──┴──────┤ └─► STANDBY ─► …    └► LEAKED ─┤
 *                                   ▼          ▼       ▼         ▼                                │
 *                                REJECTED   ROLLED_BACK, QUARANTINED ─────────────────────────────┘
 * </pre>
 *
 * A new version goes from PROBED to LIVE at once unless a share of the conversations tries it
 * first. From CANARY an admin may send it back to SHADOW. The version that it replaces becomes
 * STANDBY, from where it may become LIVE again; or it drains. Whatever was taken away for cause
 * keeps that state until the last of it is collected, or leaked.
 */
public sealed interface GenerationState {

  /** Whether a generation in this state may come to that one. */
  boolean leadsTo(GenerationState next);

  /** What people should know about it, or empty. */
  default String note() {
    return "";
  }

  /** The state in one word, as it is shown and counted: {@code LIVE}, {@code ROLLED_BACK}. */
  default String word() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  /** Whether turns may be led to it. */
  default boolean isServing() {
    return this instanceof Live || this instanceof Canary || this instanceof Shadow;
  }

  /** Whether it was taken away for cause. */
  default boolean isCondemned() {
    return this instanceof Rejected || this instanceof RolledBack || this instanceof Quarantined;
  }

  /** A private copy of its jar is in the store. */
  record Staged() implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next instanceof Verified || next instanceof Rejected;
    }
  }

  /** Its jar is whole, complete and built for this plugin API; none of its code has run. */
  record Verified() implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next instanceof Loaded || next instanceof Rejected;
    }
  }

  /** It has a class loader. */
  record Loaded() implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next instanceof Probed || next instanceof Rejected;
    }
  }

  /** Its extensions are made and its texts are read. */
  record Probed() implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next.isServing()
          || next.isCondemned()
          || next instanceof Standby
          || next instanceof Retired;
    }
  }

  /** It sees what customers write; what it answers is compared and never sent. */
  record Shadow() implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next instanceof Canary
          || next instanceof Live
          || next instanceof Draining
          || isTakenAway(next);
    }
  }

  /**
   * It serves a share of the conversations.
   *
   * @param percent how many of a hundred
   */
  record Canary(int percent) implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next instanceof Canary
          || next instanceof Shadow
          || next instanceof Live
          || next instanceof Draining
          || isTakenAway(next);
    }

    @Override
    public String note() {
      return "It serves " + percent + " % of the conversations.";
    }
  }

  /** The current routing table leads to it. */
  record Live() implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next instanceof Draining || next instanceof Standby || isTakenAway(next);
    }
  }

  /** It is loaded and serves nobody; it can take over again at once. */
  record Standby() implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next.isServing() || next instanceof Draining || isTakenAway(next);
    }
  }

  /** New turns do not reach it; turns that began with it are still under way. */
  record Draining() implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next instanceof Retired || next instanceof Quarantined;
    }
  }

  /**
   * Its threads are told to stop and its class loader is closed.
   *
   * @param cleaned what it left behind, in words, or empty
   */
  record Retired(String cleaned) implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return isGone(next);
    }

    @Override
    public String note() {
      return cleaned;
    }
  }

  /** Nothing of it is left in memory. */
  record Collected() implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return false;
    }
  }

  /**
   * It could not be loaded, or its knowledge could not be used.
   *
   * @param reason why
   */
  record Rejected(String reason) implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return isGone(next);
    }

    @Override
    public String note() {
      return reason;
    }
  }

  /**
   * The version before it serves again.
   *
   * @param reason why it was taken back
   */
  record RolledBack(String reason) implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return isGone(next);
    }

    @Override
    public String note() {
      return reason;
    }
  }

  /**
   * It ran away from its deadline and would not stop, so nobody is led to it any more.
   *
   * @param reason what it did
   */
  record Quarantined(String reason) implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return isGone(next);
    }

    @Override
    public String note() {
      return reason;
    }
  }

  /**
   * Something still holds on to it long after it was retired.
   *
   * @param culprits what does, in words
   */
  record Leaked(String culprits) implements GenerationState {
    @Override
    public boolean leadsTo(GenerationState next) {
      return next instanceof Collected || next instanceof Leaked;
    }

    @Override
    public String note() {
      return culprits;
    }
  }

  /** Why the jar of a generation that ends so must not be tried again. */
  default Wish.Hold hold() {
    return new Wish.Hold(
        this instanceof Quarantined ? Wish.Cause.QUARANTINED : Wish.Cause.ROLLED_BACK, note());
  }

  private static boolean isTakenAway(GenerationState next) {
    return next instanceof RolledBack || next instanceof Quarantined;
  }

  private static boolean isGone(GenerationState next) {
    return next instanceof Collected || next instanceof Leaked;
  }
}
