package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.retention.Erasure;
import dev.hotdesk.server.retention.RetentionUnavailableException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Forgets customers who want to be forgotten. */
@Path("admin/erasures")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ErasuresResource {

  @Inject Erasure erasure;
  @Inject Acts acts;

  /** Who is to be forgotten, as the shop names them. */
  public record Forgotten(@Nullable String customer) {}

  /** Deletes all conversations with a customer, and gives a receipt. */
  @POST
  @Operation(summary = "Deletes all conversations with a customer, and gives a receipt.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "503")
  public Erasure.Receipt erase(Forgotten forgotten) {
    var customer = forgotten.customer();
    if (customer == null || customer.isBlank()) {
      throw new ProblemException(400, "Who is to be forgotten? Wanted: {\"customer\":\"…\"}.");
    }
    try {
      return erasure.erase(customer, acts.who());
    } catch (RetentionUnavailableException _) {
      throw new ProblemException(
          503, "The database failed on the way; ask again, until there is a receipt.");
    }
  }
}
