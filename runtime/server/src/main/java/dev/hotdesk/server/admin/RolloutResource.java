package dev.hotdesk.server.admin;

import dev.hotdesk.rollout.RolloutDesk;
import dev.hotdesk.rollout.RolloutRefusedException;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What an admin decides about the versions of a plugin. */
@Path("admin/plugins")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class RolloutResource {

  @Inject Instance<RolloutDesk> desks;
  @Inject Acts acts;
  @Inject Tongue tongue;

  /** What was decided; what comes of it shows in the plugin and its timeline. */
  public record Decided(String plugin, String decision) {}

  /** Gives the candidate a share of the conversations. */
  @POST
  @Path("{plugin}/canary")
  @Operation(summary = "Gives the candidate this share of the conversations.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "409")
  public Decided canary(
      @PathParam("plugin") String plugin, @QueryParam("percent") @DefaultValue("10") int percent) {
    if (percent < 1 || percent > 100) {
      throw new ProblemException(400, "percent is " + percent + "; wanted 1 to 100.");
    }
    return decide(plugin, "canary", percent + " %", desk -> desk.canary(plugin, percent, who()));
  }

  /** Lets the candidate listen only. */
  @POST
  @Path("{plugin}/shadow")
  @Operation(summary = "Lets the candidate listen only: its answers are compared, never sent.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  @APIResponse(responseCode = "409")
  public Decided shadow(@PathParam("plugin") String plugin) {
    return decide(plugin, "shadow", "", desk -> desk.shadow(plugin, who()));
  }

  /** Lets the candidate serve everybody. */
  @POST
  @Path("{plugin}/promote")
  @Operation(summary = "Lets the candidate serve everybody, at once.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  @APIResponse(responseCode = "409")
  public Decided promote(@PathParam("plugin") String plugin) {
    return decide(plugin, "promote", "", desk -> desk.promote(plugin, who()));
  }

  /** Keeps the candidate at its share. */
  @POST
  @Path("{plugin}/hold")
  @Operation(summary = "Keeps the candidate at its share until somebody decides.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  @APIResponse(responseCode = "409")
  public Decided hold(@PathParam("plugin") String plugin) {
    return decide(plugin, "hold", "", desk -> desk.hold(plugin, who()));
  }

  /** Goes back. */
  @POST
  @Path("{plugin}/rollback")
  @Operation(summary = "Ends the rollout, or lets the version before serve again.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  @APIResponse(responseCode = "409")
  public Decided rollback(@PathParam("plugin") String plugin) {
    return decide(plugin, "rollback", "", desk -> desk.rollback(plugin, who()));
  }

  /** Agrees to an upgrade without a way back. */
  @POST
  @Path("{plugin}/confirm")
  @Operation(summary = "Agrees to an upgrade from which there is no way back.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  @APIResponse(responseCode = "409")
  public Decided confirm(@PathParam("plugin") String plugin) {
    return decide(plugin, "confirm", "", desk -> desk.confirm(plugin, who()));
  }

  /** Lets it serve. */
  @POST
  @Path("{plugin}/enable")
  @Operation(summary = "Lets a disabled plugin serve again.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  @APIResponse(responseCode = "409")
  public Decided enable(@PathParam("plugin") String plugin) {
    return decide(plugin, "enable", "", desk -> desk.enable(plugin, true, who()));
  }

  /** Takes it out of service. */
  @POST
  @Path("{plugin}/disable")
  @Operation(summary = "Takes a plugin out of service, whatever lies in the folder.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  @APIResponse(responseCode = "409")
  public Decided disable(@PathParam("plugin") String plugin) {
    return decide(plugin, "disable", "", desk -> desk.enable(plugin, false, who()));
  }

  private String who() {
    return acts.who();
  }

  private Decided decide(
      String plugin, String decision, String detail, Consumer<RolloutDesk> decided) {
    if (!desks.isResolvable()) {
      throw new ProblemException(503, "The plugin host has not started.");
    }
    try {
      decided.accept(desks.get());
    } catch (RolloutRefusedException e) {
      throw new ProblemException(409, tongue.tell(String.valueOf(e.getMessage())));
    }
    acts.record("plugin." + decision, plugin, detail);
    return new Decided(plugin, decision);
  }
}
