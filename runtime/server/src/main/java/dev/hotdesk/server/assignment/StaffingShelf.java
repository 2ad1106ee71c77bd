package dev.hotdesk.server.assignment;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What admins have set, at hand; a few seconds old at the most if another server's changed it. */
final class StaffingShelf {

  private static final Logger LOG = LoggerFactory.getLogger(StaffingShelf.class);
  private static final long AGE = Duration.ofSeconds(5).toNanos();

  private final StaffingTables tables;
  private volatile Staffing staffing = Staffing.NONE;
  private volatile long read = System.nanoTime();

  StaffingShelf(StaffingTables tables) {
    this.tables = tables;
  }

  Staffing staffing() {
    return staffing;
  }

  boolean isOld() {
    return System.nanoTime() - read > AGE;
  }

  /** Reads all of it anew. Blocks for the database; while that is down, all is as before. */
  void reread() {
    read = System.nanoTime();
    try {
      staffing = tables.read();
    } catch (StaffingUnavailableException e) {
      LOG.warn("Customers are given out as before: {}", e.getMessage());
    }
  }

  /** The same, if it has changed; returns whether it has. */
  boolean rereadIfChanged() {
    read = System.nanoTime();
    try {
      if (tables.revision() == staffing.revision()) {
        return false;
      }
    } catch (StaffingUnavailableException e) {
      LOG.warn("Customers are given out as before: {}", e.getMessage());
      return false;
    }
    reread();
    return true;
  }
}
