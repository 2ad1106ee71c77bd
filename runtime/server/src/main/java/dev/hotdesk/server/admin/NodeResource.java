package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.cluster.Cluster;
import dev.hotdesk.server.node.Nodes;
import dev.hotdesk.server.stream.Drain;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** This server among those that share its database, and how it leaves them. */
@Path("admin/node")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class NodeResource {

  @Inject Cluster cluster;
  @Inject Drain drain;
  @Inject Nodes nodes;
  @Inject Audit audit;
  @Inject HttpServletRequest request;

  /**
   * A server.
   *
   * @param node its name; empty on the embedded database
   * @param others the others that are alive
   * @param state {@code open}, {@code draining} or {@code drained}
   * @param connections its open sockets
   * @param busy conversations with work
   * @param fault what makes the servers hear of each other's news late; empty for nothing
   */
  public record Node(
      String node, List<String> others, String state, int connections, int busy, String fault) {}

  /** How it is. */
  @GET
  @Operation(summary = "Tells how this server is, and which others there are.")
  @APIResponse(responseCode = "200")
  public Node now() {
    var progress = drain.progress();
    return new Node(
        cluster.node(),
        cluster.others().stream().sorted().toList(),
        progress.state(),
        progress.connections(),
        progress.busy(),
        cluster.fault());
  }

  /** Empties it. */
  @POST
  @Path("drain")
  @Operation(summary = "Sends everybody to the other servers, so that this one can be stopped.")
  @APIResponse(responseCode = "200")
  public Node drain() {
    audit.add(request.getUserPrincipal().getName(), "node.drain", cluster.node(), "");
    nodes.drain(nodes.node(), request.getUserPrincipal().getName());
    return now();
  }
}
