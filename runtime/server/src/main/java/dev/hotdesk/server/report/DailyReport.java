package dev.hotdesk.server.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What happened within some days.
 *
 * @param by what the rows stand for: {@code none}, {@code store}, {@code channel}, {@code operator}
 * @param days one line a day, also for days without sessions
 * @param rows one line for each store, channel or operator
 * @param source {@code replica} or {@code primary}
 * @param note why it was not read on the replica though there is one, or empty
 */
public record DailyReport(
    LocalDate from,
    LocalDate to,
    String by,
    List<Line> days,
    List<Line> rows,
    Figures total,
    String source,
    String note) {

  /** The figures of one day, store, channel or operator. */
  public record Line(String name, Figures figures) {}
}
