package dev.hotdesk.server.admin;

import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.learning.Clusters;
import dev.hotdesk.routing.Catalogue;
import dev.hotdesk.routing.ModelUnavailableException;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.learning.IntentBook;
import dev.hotdesk.server.report.Reports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the agents here understand, and how they take a sentence. */
@Path("admin/understanding")
@RequestScoped
@RolesAllowed({Role.ADMIN_WORD, Role.SUPERVISOR_WORD})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class UnderstandingResource {

  private static final int SHOWN = 5;

  @Inject PluginHost plugins;
  @Inject IntentBook book;

  /** A sentence to be tried. */
  public record TypedSentence(@Nullable String text) {}

  /**
   * One thing that it may mean.
   *
   * @param probability calibrated, 0 to 1
   */
  public record Meaning(String agent, String intent, double probability) {}

  /**
   * What it means.
   *
   * @param in_scope whether an agent would answer
   * @param bare whether it is nothing but particulars
   * @param meanings the likeliest, likeliest first
   * @param slots the particulars in it
   * @param nearest the examples that are nearest to it
   * @param millis how long that took
   */
  public record TriedSentence(
      String language,
      boolean in_scope,
      boolean bare,
      List<Meaning> meanings,
      Map<String, String> slots,
      List<NearExample> nearest,
      double millis) {}

  /**
   * An example near a sentence.
   *
   * @param agent whose it is; empty if it was taught
   * @param nearness 1 for the same
   */
  public record NearExample(String agent, String intent, String text, double nearness) {}

  /** All intents. */
  public record IntentsPage(List<IntentBook.Chapter> intents) {}

  /** What nobody could answer. */
  public record UnansweredPage(List<Clusters.Cluster> clusters) {}

  /** How well intents are understood. */
  public record ScoresPage(List<IntentBook.Score> scores) {}

  /** The intents. */
  @GET
  @Path("intents")
  @Operation(summary = "Lists the intents with their owners and how many examples each has.")
  @APIResponse(responseCode = "200")
  public IntentsPage intents() {
    return new IntentsPage(book.chapters());
  }

  /** What nobody could answer. */
  @GET
  @Path("unanswered")
  @Operation(summary = "Groups the questions of the last days that nobody understood, masked.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "503")
  public UnansweredPage unanswered(@QueryParam("days") @DefaultValue("7") int days) {
    if (days < 1 || days > Reports.MOST_DAYS) {
      throw new ProblemException(400, "days: wanted 1 to %d".formatted(Reports.MOST_DAYS));
    }
    try {
      return new UnansweredPage(book.unanswered(Instant.now().minus(days, ChronoUnit.DAYS)));
    } catch (ModelUnavailableException e) {
      throw new ProblemException(503, String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      throw new ProblemException(503, "The database does not answer, or not in time; ask later.");
    }
  }

  /** How well intents are understood. */
  @GET
  @Path("scores")
  @Operation(summary = "Counts by day and intent what was understood, corrected and missed.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "503")
  public ScoresPage scores(
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to,
      @QueryParam("zone") @DefaultValue("UTC") String zone) {
    var days = Days.of(from, to);
    try {
      return new ScoresPage(book.scores(days.first(), days.last(), Days.zone(zone)));
    } catch (SQLException e) {
      throw new ProblemException(503, "The database does not answer, or not in time; ask later.");
    }
  }

  /** Tries a sentence. */
  @POST
  @Path("try")
  @Operation(summary = "Says how a sentence would be understood; nothing of it is kept.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "503")
  public TriedSentence tried(@Nullable TypedSentence trial) {
    var text = LearningWords.text(trial == null ? null : trial.text());
    try (var lease = plugins.lease()) {
      long began = System.nanoTime();
      var understood = lease.intentModel().understand(text, "", Catalogue.EMPTY);
      double millis = (System.nanoTime() - began) / 1e6;
      return new TriedSentence(
          understood.language().code(),
          understood.inScope(),
          understood.bare(),
          understood.candidates().stream()
              .limit(SHOWN)
              .map(it -> new Meaning(it.agent(), it.intent().name(), it.probability()))
              .toList(),
          understood.slots(),
          near(text),
          millis);
    } catch (ModelUnavailableException e) {
      throw new ProblemException(503, String.valueOf(e.getMessage()));
    }
  }

  private List<NearExample> near(String text) {
    return book.nearest(text, SHOWN).stream()
        .map(
            it ->
                new NearExample(
                    it.example().agent(),
                    it.example().sentence().intent().name(),
                    it.example().sentence().text(),
                    it.nearness()))
        .toList();
  }
}
