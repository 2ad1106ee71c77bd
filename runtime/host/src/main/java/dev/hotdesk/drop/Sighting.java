package dev.hotdesk.drop;

import java.time.Duration;
import java.time.Instant;

/** What is remembered of one file, as long as it stays as it is. */
final class Sighting {

  /** A file last written longer ago than this was not being copied when we started. */
  private static final Duration LONG_AGO = Duration.ofSeconds(5);

  private final Fingerprint print;
  private final long since;
  private final boolean isFromLongAgo;
  private Drop drop;
  private String sha256 = "";
  private boolean isExamined;
  private boolean isDecided;
  private long goneSince;

  /**
   * A file that is new or has changed.
   *
   * @param now when it was seen, by {@link System#nanoTime}
   * @param began when its folder was watched first
   */
  Sighting(String name, Fingerprint print, long now, Instant began) {
    this.print = print;
    this.drop = new Drop.Copying(name);
    this.since = now;
    this.isFromLongAgo = print.modified().isBefore(began.minus(LONG_AGO));
  }

  Fingerprint print() {
    return print;
  }

  /** What is known of it. */
  Drop drop() {
    return drop;
  }

  /** The hash of its bytes; empty until they were read. */
  String sha256() {
    return sha256;
  }

  /** Its bytes were read and had this hash. */
  void read(String hash) {
    sha256 = hash;
  }

  /** Whether it is time to look into it: it has stayed as it is for a while, or is promised. */
  boolean isDue(Patience patience, long now) {
    if (isDecided) {
      return false;
    }
    if (isExamined) {
      return isOlderThan(patience.unfinished(), now);
    }
    return isOlderThan(patience.settle(), now) || !print.promised().isEmpty() || isFromLongAgo;
  }

  /** Whether what looks unfinished now will not be waited for any longer. */
  boolean isLastChance(Patience patience, long now) {
    return isOlderThan(patience.unfinished(), now) || isFromLongAgo;
  }

  private boolean isOlderThan(Duration age, long now) {
    return now - since >= age.toNanos();
  }

  /** It is looked into now. */
  void examined() {
    isExamined = true;
  }

  /** Found for good; it is not looked into again unless it is reconsidered. */
  void decide(Drop found) {
    drop = found;
    isDecided = true;
  }

  /** Found for now: it is looked into again. */
  void suppose(Drop found) {
    drop = found;
  }

  /** Forgets what was found, but not since when it is as it is. */
  void reconsider() {
    isDecided = false;
    isExamined = false;
  }

  /** Whether nothing about it is about to change by itself. */
  boolean isSettled() {
    return !(drop instanceof Drop.Copying) && goneSince == 0;
  }

  /** The file was seen again. */
  void seen() {
    goneSince = 0;
  }

  /** Whether the file, which does not lie there now, has not for so long. */
  boolean isGoneFor(Duration time, long now) {
    if (goneSince == 0) {
      goneSince = now;
    }
    return now - goneSince >= time.toNanos();
  }
}
