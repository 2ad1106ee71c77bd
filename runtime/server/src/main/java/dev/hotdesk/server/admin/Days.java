package dev.hotdesk.server.admin;

import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.report.Reports;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The days that an admin asks about. */
record Days(LocalDate first, LocalDate last) {

  static Days of(String from, String to) {
    var first = day("from", from);
    var last = day("to", to);
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= Reports.MOST_DAYS) {
      throw refused(
          "to: wanted 1 to %d days from %s, not %s".formatted(Reports.MOST_DAYS, first, last));
    }
    return new Days(first, last);
  }

  private static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw refused(name + ": wanted a day such as 2026-11-23, not " + text);
    }
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw refused("zone: wanted a time zone such as Asia/Shanghai, not " + text);
    }
  }

  private static ProblemException refused(String words) {
    return new ProblemException(400, words);
  }
}
