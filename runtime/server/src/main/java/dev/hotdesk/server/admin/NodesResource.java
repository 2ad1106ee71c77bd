package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.node.KnownNode;
import dev.hotdesk.server.node.Nodes;
import dev.hotdesk.server.node.NodesUnavailableException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiPredicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** All servers that share the database: how they are, and which of them are to be empty. */
@Path("admin/nodes")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class NodesResource {

  @Inject Nodes nodes;
  @Inject Acts acts;

  /**
   * All of them.
   *
   * @param here the one that answers
   */
  public record AllNodes(String here, List<KnownNode> nodes) {}

  /** As they said last. */
  @GET
  @Operation(summary = "Lists all servers that were there within a day, and how they are.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  public AllNodes all() {
    try {
      return new AllNodes(nodes.node(), nodes.all());
    } catch (NodesUnavailableException e) {
      throw unavailable();
    }
  }

  /** Empties one. */
  @POST
  @Path("{node}/drain")
  @Operation(summary = "Has a server send everybody to the others, within two seconds.")
  @APIResponse(responseCode = "202")
  @APIResponse(responseCode = "404")
  @APIResponse(responseCode = "503")
  public Response drain(@PathParam("node") String node) {
    return want("node.drain", node, nodes::drain);
  }

  /** Takes that back. */
  @POST
  @Path("{node}/undrain")
  @Operation(summary = "Has a server that was emptied let people in again, within two seconds.")
  @APIResponse(responseCode = "202")
  @APIResponse(responseCode = "404")
  @APIResponse(responseCode = "503")
  public Response undrain(@PathParam("node") String node) {
    return want("node.undrain", node, nodes::undrain);
  }

  private Response want(String what, String node, BiPredicate<String, String> wish) {
    try {
      if (!wish.test(node, acts.who())) {
        throw new ProblemException(
            404, "No server is called so, or it was not there for a day: " + node);
      }
    } catch (NodesUnavailableException e) {
      throw unavailable();
    }
    acts.record(what, node, "");
    return Response.accepted().build();
  }

  private static ProblemException unavailable() {
    return new ProblemException(503, "The database does not answer; try again later.");
  }
}
