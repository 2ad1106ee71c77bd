package dev.hotdesk.server.admin;

import dev.hotdesk.function.DeadLetter;
import dev.hotdesk.function.Occasion;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.functions.DeadLetters;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What plugins' functions failed at for good, and waits for an admin. */
@Path("admin/dead-letters")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class DeadLettersResource {

  @Inject DeadLetters desk;
  @Inject Acts acts;
  @Inject Tongue tongue;

  /**
   * One of them.
   *
   * @param id to replay or discard it by
   * @param plugin whose function failed
   * @param function which
   * @param kind what kind of thing happened
   * @param happened when
   * @param attempts how often it was tried
   * @param died when it was given up
   * @param error what went wrong at last
   */
  public record Letter(
      long id,
      String plugin,
      String function,
      String kind,
      Instant happened,
      int attempts,
      Instant died,
      String error) {

    static Letter of(DeadLetter letter, Tongue tongue) {
      var occasion = letter.occasion();
      return new Letter(
          letter.id(),
          occasion.plugin(),
          occasion.function(),
          Occasion.kind(occasion.cause()),
          occasion.at(),
          letter.attempts(),
          letter.died(),
          tongue.tell(letter.error()));
    }
  }

  /** The latest of them, 200 at the most. */
  public record Letters(List<Letter> letters) {}

  /** How many are tried anew. */
  public record Replayed(int replayed) {}

  /** The latest first. */
  @GET
  @Operation(summary = "Lists what plugins' functions failed at for good, the latest first.")
  @APIResponse(responseCode = "200")
  public Letters all(@QueryParam("plugin") @DefaultValue("") String plugin) {
    return new Letters(desk.list(plugin).stream().map(it -> Letter.of(it, tongue)).toList());
  }

  /** Tries one anew. */
  @POST
  @Path("{id}/replay")
  @Operation(summary = "Lets one be tried anew.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404")
  public Replayed replay(@PathParam("id") long id) {
    if (!desk.replay(id, acts.who())) {
      throw absent(id);
    }
    return new Replayed(1);
  }

  /** Tries all of a plugin anew. */
  @POST
  @Path("replay")
  @Operation(summary = "Lets all dead letters of a plugin be tried anew.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  public Replayed replayAll(@QueryParam("plugin") @DefaultValue("") String plugin) {
    if (plugin.isEmpty()) {
      throw new ProblemException(400, "Wanted: plugin, whose dead letters are to be tried anew.");
    }
    return new Replayed(desk.replayAll(plugin, acts.who()));
  }

  /** Forgets one. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Forgets one for good.")
  @APIResponse(responseCode = "204")
  @APIResponse(responseCode = "404")
  public void discard(@PathParam("id") long id) {
    if (!desk.discard(id, acts.who())) {
      throw absent(id);
    }
  }

  private static ProblemException absent(long id) {
    return new ProblemException(404, "There is no dead letter " + id + ".");
  }
}
