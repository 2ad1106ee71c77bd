package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.store.Backup;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Copies of the embedded database. */
@Path("admin/backups")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class BackupResource {

  @Resource(lookup = "jdbc/hotdesk")
  DataSource database;

  @Inject
  @ConfigProperty(name = "hotdesk.data", defaultValue = "data")
  String data;

  @Inject Audit audit;
  @Inject HttpServletRequest request;

  /** Where a copy lies on the server. */
  public record Written(String file) {}

  /** Writes a copy while the server goes on serving. */
  @POST
  @Operation(summary = "Writes a copy of the embedded database on the server.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "409")
  public Written write() {
    var folder = java.nio.file.Path.of(data, "backups");
    var file =
        new Backup(database, folder, Clock.systemUTC())
            .write()
            .orElseThrow(
                () ->
                    new ProblemException(
                        409,
                        "Hotdesk backs up its embedded database only; use the tools of yours, such"
                            + " as pg_dump."));
    audit.add(request.getUserPrincipal().getName(), "backup.write", file.toString(), "");
    return new Written(file.toString());
  }
}
