package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The trail of who did what. */
@Path("admin/audit")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  @Inject Audit audit;

  /** A page of the trail. */
  public record AuditPage(List<Audit.Entry> entries) {}

  /** The acts before one, newest first. */
  @GET
  @Operation(summary = "Lists the acts before one, newest first.")
  @APIResponse(responseCode = "200")
  public AuditPage before(@QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long id) {
    return new AuditPage(audit.before(id));
  }
}
