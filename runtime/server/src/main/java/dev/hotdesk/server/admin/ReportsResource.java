package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.report.DailyReport;
import dev.hotdesk.server.report.Reports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened day by day. */
@Path("admin/reports")
@RequestScoped
@RolesAllowed({Role.ADMIN_WORD, Role.SUPERVISOR_WORD})
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class ReportsResource {

  private static final Logger LOG = LoggerFactory.getLogger(ReportsResource.class);

  @Inject Reports reports;

  /** A report. */
  @GET
  @Operation(
      summary =
          "Counts sessions, waits, first answers and ratings by day, read on the replica if there"
              + " is one.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "503")
  public DailyReport of(
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to,
      @QueryParam("zone") @DefaultValue("UTC") String zone,
      @QueryParam("by") @DefaultValue("none") String by) {
    var days = Days.of(from, to);
    try {
      return reports.of(days.first(), days.last(), Days.zone(zone), by(by));
    } catch (SQLException e) {
      LOG.warn("A report could not be made: {}", e.getMessage());
      throw new ProblemException(
          503, "The database does not answer, or not in time; ask for fewer days, or later.");
    }
  }

  private static Reports.By by(String text) {
    for (var by : Reports.By.values()) {
      if (by.name().toLowerCase(Locale.ROOT).equals(text)) {
        return by;
      }
    }
    throw refused("by: wanted none, store, channel or operator, not " + text);
  }

  private static ProblemException refused(String words) {
    return new ProblemException(400, words);
  }
}
