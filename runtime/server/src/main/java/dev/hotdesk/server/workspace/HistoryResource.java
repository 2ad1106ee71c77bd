package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.frame.Json;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.store.History;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What was said in a conversation, for staff who look back. */
@Path("staff/conversations/{id}/history")
@RequestScoped
@RolesAllowed(Role.OPERATOR_WORD)
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

  private static final int MOST = 200;

  @Inject History history;
  @Inject HttpServletRequest request;

  /**
   * A page of a log.
   *
   * @param entries as in the protocol's frames, in order
   * @param source {@code replica} or {@code primary}
   * @param note why it was not read on the replica though there is one, or empty
   */
  public record Past(List<JsonObject> entries, String source, String note) {}

  /** The entries before a place. */
  @GET
  public Past before(
      @PathParam("id") String conversation,
      @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long place,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    if (!Conversation.isId(conversation)) {
      throw new ProblemException(404, "There is no such conversation.");
    }
    try {
      var read = history.before(conversation, place, Math.clamp(limit, 1, MOST));
      var forSupervisor = request.isUserInRole(Role.SUPERVISOR.word());
      var entries =
          read.value().stream()
              .map(logged -> Json.read(DeskFrames.entry(conversation, logged, forSupervisor)))
              .toList();
      return new Past(entries, read.source(), read.note());
    } catch (JournalUnavailableException _) {
      throw new ProblemException(503, "The database does not answer; try again later.");
    }
  }
}
