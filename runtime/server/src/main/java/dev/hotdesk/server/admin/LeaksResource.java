package dev.hotdesk.server.admin;

import dev.hotdesk.generation.GenerationState;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.generation.PluginStatus;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Which retired plugins are still in memory, and what holds them there. */
@Path("admin/leaks")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class LeaksResource {

  @Inject Instance<PluginHost> hosts;
  @Inject Tongue tongue;

  /**
   * A generation that should be gone from memory.
   *
   * @param leaked whether it has stayed for too long
   * @param culprit what holds it, or empty
   */
  public record Remnant(
      String plugin,
      String version,
      int generation,
      boolean leaked,
      Instant since,
      String culprit) {

    static Remnant of(PluginStatus status, Tongue tongue) {
      return new Remnant(
          status.id(),
          status.version(),
          status.generation(),
          status.state() instanceof GenerationState.Leaked,
          status.since(),
          tongue.tell(status.note()));
    }
  }

  /** All of them, and how many class loaders that is. */
  public record Leaks(int loaders_alive, List<Remnant> remnants) {}

  /** Now. */
  @GET
  @Operation(summary = "Lists retired generations that are still in memory, with what holds them.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  public Leaks now() {
    if (!hosts.isResolvable()) {
      throw new ProblemException(503, "The plugin host has not started.");
    }
    var host = hosts.get();
    return new Leaks(
        host.loadersAlive(),
        host.plugins().stream()
            .filter(
                it ->
                    it.state() instanceof GenerationState.Retired
                        || it.state() instanceof GenerationState.Leaked)
            .map(it -> Remnant.of(it, tongue))
            .toList());
  }
}
