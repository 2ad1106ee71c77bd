package dev.hotdesk.server.report;

import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.report.DailyReport.Line;
import dev.hotdesk.server.store.LogFacts;
import dev.hotdesk.server.store.LogFacts.Fact;
import dev.hotdesk.server.store.LogFacts.What;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes reports from the log, on the replica while it keeps up. */
public final class Reports {

  /** How many days a report may have. */
  public static final int MOST_DAYS = 92;

  /** A session belongs to the day on which it began, and is followed for so long after the last. */
  private static final Duration TAIL = Duration.ofDays(2);

  private final Readings readings;
  private final Duration patience;

  /**
   * Reads there.
   *
   * @param patience after which the database gives a report up
   */
  public Reports(Readings readings, Duration patience) {
    this.readings = readings;
    this.patience = patience;
  }

  /** What a report may have its lines for, besides days. */
  public enum By {
    NONE(_ -> ""),
    STORE(it -> it.store),
    CHANNEL(it -> it.channel),
    OPERATOR(Episode::operator);

    private final Function<Episode, String> name;

    By(Function<Episode, String> name) {
      this.name = name;
    }
  }

  /**
   * Makes one.
   *
   * @param from the first day
   * @param to the last one
   * @throws SQLException if the database fails, or takes too long
   */
  public DailyReport of(LocalDate from, LocalDate to, ZoneId zone, By by) throws SQLException {
    var begin = from.atStartOfDay(zone).toInstant();
    var end = to.plusDays(1).atStartOfDay(zone).toInstant();
    var read = readings.read(connection -> episodes(connection, begin, end));
    var days = new ArrayList<Line>();
    var byDay = groups(read.value(), it -> it.begun.atZone(zone).toLocalDate().toString());
    for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
      var name = day.toString();
      days.add(new Line(name, Figures.of(byDay.getOrDefault(name, List.of()))));
    }
    return new DailyReport(
        from,
        to,
        by.name().toLowerCase(Locale.ROOT),
        days,
        by == By.NONE ? List.of() : lines(groups(read.value(), by.name)),
        Figures.of(read.value()),
        read.source(),
        read.note());
  }

  private static Map<String, List<Episode>> groups(
      List<Episode> episodes, Function<Episode, String> name) {
    var groups = new TreeMap<String, List<Episode>>();
    for (var episode : episodes) {
      groups.computeIfAbsent(name.apply(episode), _ -> new ArrayList<>()).add(episode);
    }
    return groups;
  }

  private static List<Line> lines(Map<String, List<Episode>> groups) {
    return groups.entrySet().stream()
        .map(it -> new Line(it.getKey(), Figures.of(it.getValue())))
        .toList();
  }

  private List<Episode> episodes(Connection connection, Instant begin, Instant end)
      throws SQLException {
    var folding = new Folding(begin, end);
    LogFacts.read(connection, begin, end.plus(TAIL), patience, folding::add);
    return folding.episodes;
  }

  /** Cuts logs into sessions; what began before or after is passed over. */
  private static final class Folding {

    private final Instant begin;
    private final Instant end;
    private final List<Episode> episodes = new ArrayList<>();
    private String conversation = "";
    private boolean isCounted;

    Folding(Instant begin, Instant end) {
      this.begin = begin;
      this.end = end;
    }

    void add(Fact fact) {
      if (!fact.conversation().equals(conversation)) {
        conversation = fact.conversation();
        // The beginning of an older one has been left out.
        start(fact, !fact.begun().isBefore(begin));
      } else if (isReopened(fact)) {
        start(fact, true);
      }
      if (isCounted) {
        episodes.getLast().add(fact);
      }
    }

    private void start(Fact fact, boolean isSeen) {
      isCounted = (isSeen || isReopened(fact)) && fact.at().isBefore(end);
      if (isCounted) {
        episodes.add(new Episode(fact));
      }
    }

    private static boolean isReopened(Fact fact) {
      return fact.what() instanceof What.Moved(var moved) && moved.begins();
    }
  }
}
