package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What admins' programs can ask for, for programs that write such programs. */
@Path("admin/openapi.json")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

  /** A file beside this class, which a test compares with the resources. */
  @GET
  @Operation(summary = "Gives this document.")
  @APIResponse(responseCode = "200")
  public String document() throws IOException {
    try (var in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is not in the WAR");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
