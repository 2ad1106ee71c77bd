package dev.hotdesk.server.admin;

import dev.hotdesk.conversation.Alarms;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.hours.HoursTable;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** When the stores are open. */
@Path("admin/hours")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class HoursResource {

  @Inject HoursTable table;
  @Inject Acts acts;
  @Inject Instance<Alarms> alarms;

  /** The hours of all stores; {@code now} is the server's time. */
  public record AllHours(Instant now, List<StoreHours> stores) {}

  /** The hours of all stores that have some. */
  @GET
  @Operation(summary = "Lists the opening hours of all stores that have some of their own.")
  @APIResponse(responseCode = "200")
  public AllHours all() {
    var now = Clock.systemUTC().instant();
    return new AllHours(now, table.all().stream().map(it -> StoreHours.of(it, now)).toList());
  }

  /** Sets the hours of a store. */
  @PUT
  @Operation(
      summary = "Sets the opening hours of a store; of all without their own for the empty name.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  public AllHours put(@Nullable HoursWish wish) {
    if (wish == null) {
      throw new ProblemException(400, "There is no body; wanted store, zone, week, exceptions.");
    }
    var store = wish.checkedStore();
    var hours = wish.checkedHours();
    table.put(store, hours, acts.who());
    acts.record("hours.set", store, hours.zone().getId());
    lookAgain();
    return all();
  }

  /** Takes the hours of a store away. */
  @DELETE
  @Operation(summary = "Takes a store's own opening hours away: those of all others hold then.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404")
  public AllHours remove(@QueryParam("store") @DefaultValue("") String store) {
    if (!table.remove(store)) {
      throw new ProblemException(404, "That store has no opening hours of its own.");
    }
    acts.record("hours.remove", store, "");
    lookAgain();
    return all();
  }

  private void lookAgain() {
    if (alarms.isResolvable()) {
      alarms.get().refresh();
    }
  }
}
