package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.watch.Holding;
import dev.hotdesk.server.watch.LeakWatch;
import dev.hotdesk.server.watch.ThreadCensus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Whose the server's threads are, and what else it holds for whom. */
@Path("admin/threads")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class ThreadsResource {

  @Inject LeakWatch watch;

  /**
   * All of it.
   *
   * @param groups the threads by owner
   * @param ownerless threads of nobody
   * @param tasks how many each part of the house has under way
   * @param held sockets, listeners, lanes, timers and leases
   */
  public record Threads(
      List<ThreadCensus.Group> groups,
      List<ThreadCensus.Stray> ownerless,
      Map<String, Long> tasks,
      List<Holding> held) {}

  /** Now. */
  @GET
  @Operation(
      summary = "Groups all threads by owner, virtual ones too, and tells what else is held.")
  @APIResponse(responseCode = "200")
  public Threads now() {
    var census = watch.threads();
    return new Threads(census.groups(), census.ownerless(), watch.tasks(), watch.holdings());
  }
}
