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

/** The trail of who did what. */
@Path("admin/audit")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  @Inject Audit audit;

  /** A page of the trail. */
  public record Shown(List<Audit.Entry> entries) {}

  /** The acts before one, newest first. */
  @GET
  public Shown before(@QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long id) {
    return new Shown(audit.before(id));
  }
}
