package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.learning.LearnedExample;
import dev.hotdesk.server.learning.LearnedTable;
import dev.hotdesk.server.learning.LearnedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the shop's people teach the agents, and how it is taken back. */
@Path("admin/learning")
@RequestScoped
@RolesAllowed({Role.ADMIN_WORD, Role.SUPERVISOR_WORD})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class LearningResource {

  @Inject LearnedTable learned;
  @Inject Acts acts;

  /** A page of what was taught, newest first. */
  public record LearnedPage(List<LearnedExample> examples) {}

  /** The latest changes, newest first. */
  public record VersionsPage(List<LearnedVersion> versions) {}

  /** The version that a change made. */
  public record Made(long version) {}

  /** Sentences that mean something, as an admin typed them: anything may be missing or wrong. */
  public record NamedDraft(@Nullable String intent, @Nullable List<NamedSentence> sentences) {}

  /**
   * A sentence of a customer.
   *
   * @param conversation where it was said, so that erasing the customer erases it; or nothing
   * @param sequence its place there
   */
  public record NamedSentence(
      @Nullable String language,
      @Nullable String text,
      @Nullable String conversation,
      @Nullable Long sequence) {}

  /** What was taught before an example. */
  @GET
  @Operation(summary = "Lists what was taught, newest first, also what is refused or taken back.")
  @APIResponse(responseCode = "200")
  public LearnedPage examples(@QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long id) {
    return new LearnedPage(learned.before(id));
  }

  /** Names sentences. */
  @POST
  @Operation(summary = "Teaches sentences of customers that nobody could answer.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  public VersionsPage teach(@Nullable NamedDraft draft) {
    for (var sentence : LearningWords.named(draft, acts.who())) {
      learned
          .teach(sentence)
          .ifPresent(version -> record("teach", sentence.sentence().intent().name(), version));
    }
    return versions();
  }

  /** Takes one back. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Takes back one thing that was taught.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404")
  public Made undo(@PathParam("id") long id) {
    return made("undo", "example " + id, learned.undo(id, acts.who()), "counts");
  }

  /** Examines one again. */
  @POST
  @Path("{id}/retry")
  @Operation(summary = "Has an example that was refused examined again.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404")
  public Made retry(@PathParam("id") long id) {
    return made("retry", "example " + id, learned.retry(id, acts.who()), "was refused");
  }

  /** The versions. */
  @GET
  @Path("versions")
  @Operation(summary = "Lists the changes of what is taught, newest first.")
  @APIResponse(responseCode = "200")
  public VersionsPage versions() {
    return new VersionsPage(learned.versions());
  }

  /** Goes back. */
  @POST
  @Path("versions/{version}/restore")
  @Operation(summary = "Goes back to what was taught in a version; 0 is before everything.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404")
  public Made back(@PathParam("version") long version) {
    if (version != 0 && learned.versions().stream().noneMatch(it -> it.id() == version)) {
      throw new ProblemException(404, "There is no version " + version + " among the latest.");
    }
    return learned
        .back(version, acts.who())
        .map(made -> record("back", "version " + version, made))
        .orElseGet(
            () ->
                new Made(
                    learned.versions().stream().mapToLong(LearnedVersion::id).max().orElse(0)));
  }

  private Made made(String what, String on, Optional<Long> version, String wanted) {
    return version
        .map(made -> record(what, on, made))
        .orElseThrow(
            () -> new ProblemException(404, "There is no %s that %s.".formatted(on, wanted)));
  }

  private Made record(String what, String on, long version) {
    acts.record("learning." + what, on, "version " + version);
    return new Made(version);
  }
}
