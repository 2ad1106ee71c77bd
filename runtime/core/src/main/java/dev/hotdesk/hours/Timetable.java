package dev.hotdesk.hours;

/** When each store is open. Asked for every event, so the answer is at hand and never waits. */
@FunctionalInterface
public interface Timetable {

  /** All stores, day and night. */
  Timetable ALWAYS = _ -> OpeningHours.ALWAYS;

  /** The hours of this store; those of all stores without hours of their own for the empty name. */
  OpeningHours of(String store);
}
