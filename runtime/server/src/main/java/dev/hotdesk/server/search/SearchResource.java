package dev.hotdesk.server.search;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Finds what customers and staff have said, for staff. */
@Path("staff/search")
@RequestScoped
@RolesAllowed(Role.OPERATOR_WORD)
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

  private static final int MOST = 50;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  @Inject Search search;

  /** A page of what was found. */
  @GET
  public Found find(
      @QueryParam("q") @DefaultValue("") String text,
      @QueryParam("channel") @DefaultValue("") String channel,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("until") @DefaultValue("") String until,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue("20") int limit) {
    try {
      return search.find(
          new Query(
              text,
              channel,
              moment("from", from, Instant.EPOCH),
              moment("until", until, LATEST),
              after,
              Math.clamp(limit, 1, MOST)));
    } catch (AbsurdQueryException e) {
      throw new ProblemException(400, String.valueOf(e.getMessage()));
    } catch (SearchUnavailableException e) {
      throw new ProblemException(503, String.valueOf(e.getMessage()));
    }
  }

  private static Instant moment(String name, String written, Instant otherwise) {
    try {
      var moment = written.isEmpty() ? otherwise : Instant.parse(written);
      if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
        throw new AbsurdQueryException(
            name + " is " + written + "; wanted a moment from 1970 to 2200.");
      }
      return moment;
    } catch (DateTimeParseException _) {
      throw new AbsurdQueryException(
          name + " is " + written + "; wanted a moment such as 2026-11-23T00:00:00Z.");
    }
  }
}
