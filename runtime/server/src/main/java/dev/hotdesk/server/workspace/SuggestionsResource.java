package dev.hotdesk.server.workspace;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.conversation.Journal;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.routing.Suggestion;
import dev.hotdesk.routing.Suggestions;
import dev.hotdesk.routing.SuggestionsBusyException;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.store.JpaJournal;
import dev.hotdesk.session.State;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What the agents would answer a customer, for the operator who serves them. */
@Path("staff/conversations/{id}/suggestions")
@RequestScoped
@RolesAllowed(Role.OPERATOR_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class SuggestionsResource {

  private static final int LOOKED_AT = 60;

  @Inject JpaJournal journal;
  @Inject Suggestions suggestions;
  @Inject HttpServletRequest request;

  /**
   * What may be answered.
   *
   * @param question the place of the customer's message that it answers; 0 if there is none
   */
  public record Suggested(long question, List<Suggestion> suggestions) {}

  /** What the customer's latest message may be answered with. */
  @GET
  public Suggested suggested(@PathParam("id") String id) {
    if (!Conversation.isId(id)) {
      throw new ProblemException(404, "There is no such conversation.");
    }
    try {
      return suggested(journal, id);
    } catch (JournalUnavailableException _) {
      throw new ProblemException(503, "The database does not answer; try again later.");
    } catch (SuggestionsBusyException e) {
      throw new ProblemException(503, String.valueOf(e.getMessage()));
    }
  }

  private Suggested suggested(Journal journal, String id) {
    var conversation =
        journal
            .find(id)
            .orElseThrow(() -> new ProblemException(404, "There is no such conversation."));
    var me = new State.OperatorServing(request.getUserPrincipal().getName());
    if (!conversation.session().state().equals(me)
        && !request.isUserInRole(Role.SUPERVISOR.word())) {
      throw new ProblemException(403, "Only who serves the customer is given suggestions.");
    }
    return LastQuestion.in(conversation, journal.latest(id, LOOKED_AT))
        .map(asked -> new Suggested(asked.ask().question().sequence(), suggestions.to(asked)))
        .orElseGet(() -> new Suggested(0, List.of()));
  }
}
