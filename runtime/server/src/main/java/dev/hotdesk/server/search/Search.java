package dev.hotdesk.server.search;

import dev.hotdesk.server.replica.Readings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds what was said. */
public final class Search {

  /** The database gave up, as it was told to. */
  private static final String CANCELLED = "57014";

  private final Readings readings;
  private final int seconds;

  /**
   * Looks for it there.
   *
   * @param patience after which a query is given up
   */
  public Search(Readings readings, Duration patience) {
    this.readings = readings;
    this.seconds = Math.toIntExact(Math.max(1, patience.toSeconds()));
  }

  /**
   * A page of what was found.
   *
   * @throws AbsurdQueryException if the query is not looked for
   * @throws SearchUnavailableException if the database fails or takes too long
   */
  public Found find(Query query) {
    var wanted = Wanted.of(query.text());
    var begin = Place.of(query.after(), Line.first(query.until().toEpochMilli()));
    try {
      var read = readings.read(connection -> find(connection, query, wanted, begin));
      var page = read.value();
      return new Found(page.hits, page.next, page.complete, read.source(), read.note());
    } catch (SQLException e) {
      throw CANCELLED.equals(e.getSQLState())
          ? new SearchUnavailableException(
              "It took longer than %d s, and was given up; name a channel, fewer days or rarer words."
                  .formatted(seconds),
              e)
          : new SearchUnavailableException("The database does not answer; try again later.", e);
    }
  }

  private record Looked(List<Hit> hits, String next, boolean complete) {}

  private Looked find(Connection connection, Query query, Wanted wanted, Place begin)
      throws SQLException {
    var places = places(connection, query, wanted, begin);
    var isMore = places.size() > query.most();
    var shown = isMore ? places.subList(0, query.most()) : places;
    var next = isMore ? shown.getLast().before(places.get(query.most())) : "";
    return new Looked(
        new Hits(connection, seconds).of(shown, wanted), next, Cursor.isPastDone(connection));
  }

  /** One more than is shown, to know whether there is more. */
  private List<Place> places(Connection connection, Query query, Wanted wanted, Place begin)
      throws SQLException {
    var index = Index.of(connection);
    var most = query.most() + 1;
    var from = Line.first(query.from().toEpochMilli());
    var places = new ArrayList<Place>();
    var number = wanted.number().map(it -> new Wanted.Part(it, false)).stream().toList();
    if (!number.isEmpty() && begin.isExact()) {
      var wish = new Index.Wish(number, List.of(), query.channel(), from, begin.line());
      index
          .find(connection, wish, most, seconds)
          .forEach(line -> places.add(new Place(true, line)));
    }
    if (places.size() < most) {
      var before = begin.isExact() ? Line.first(query.until().toEpochMilli()) : begin.line();
      var wish = new Index.Wish(wanted.parts(), number, query.channel(), from, before);
      index
          .find(connection, wish, most - places.size(), seconds)
          .forEach(line -> places.add(new Place(false, line)));
    }
    return places;
  }
}
