package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.watch.Recordings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Flight recordings: what the server was busy with for a while, to be looked at elsewhere. */
@Path("admin/recordings")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class RecordingsResource {

  private static final int USUAL_SECONDS = 60;

  @Inject Recordings recordings;
  @Inject Acts acts;

  /**
   * What is wanted.
   *
   * @param seconds how long, 60 if it is left out
   */
  public record Wanted(int seconds) {}

  /** All that are kept, the latest first. */
  public record Kept(List<Recordings.Known> recordings) {}

  /** Begins one. */
  @POST
  @Operation(summary = "Begins a flight recording, which ends by itself; one at a time.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Recordings.Known.class)))
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "409")
  public Response begin(Wanted wanted) {
    var seconds = wanted.seconds() == 0 ? USUAL_SECONDS : wanted.seconds();
    try {
      var begun =
          recordings
              .begin(Duration.ofSeconds(seconds))
              .orElseThrow(
                  () ->
                      new ProblemException(
                          409, "A recording is running; wait until it ends, or end it."));
      acts.record("recording.begin", begun.id(), seconds + " s");
      return Response.status(201).entity(begun).build();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(400, "seconds: " + e.getMessage());
    }
  }

  /** Lists them. */
  @GET
  @Operation(summary = "Lists the flight recordings that are kept, the latest first.")
  @APIResponse(responseCode = "200")
  public Kept all() {
    return new Kept(recordings.all());
  }

  /** The file itself. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      summary = "Downloads a flight recording that has ended, as a file for JDK Mission Control.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404")
  @APIResponse(responseCode = "409")
  public Response file(@PathParam("id") String id) {
    requireKnown(id);
    var file =
        recordings
            .file(id)
            .orElseThrow(
                () -> new ProblemException(409, "The recording is running; wait until it ends."));
    acts.record("recording.download", id, "");
    return Response.ok(file.toFile(), MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"hotdesk-" + id + ".jfr\"")
        .build();
  }

  /** Ends one that runs, and deletes one that has ended. */
  @DELETE
  @Path("{id}")
  @Operation(
      summary =
          "Ends a flight recording that runs, and what it has recorded stays; deletes one that has"
              + " ended.")
  @APIResponse(responseCode = "204")
  @APIResponse(responseCode = "404")
  public void end(@PathParam("id") String id) {
    requireKnown(id);
    if (recordings.end(id)) {
      acts.record("recording.end", id, "");
    } else if (recordings.delete(id)) {
      acts.record("recording.delete", id, "");
    }
  }

  private void requireKnown(String id) {
    if (recordings.find(id).isEmpty()) {
      throw new ProblemException(404, "There is no such recording; the last three are kept.");
    }
  }
}
