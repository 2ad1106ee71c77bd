package dev.hotdesk.server.attachment;

import dev.hotdesk.conversation.Conversation;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;

/** Files for who serves customers; the gate before has looked at log-in and token. */
@RequestScoped
@Path("workspace/conversations/{conversation}/attachments")
@RolesAllowed({"operator", "supervisor"})
@Consumes("*/*")
@SuppressWarnings("NullAway.Init") // the container does
public class OperatorFiles {

  @Inject Attachments attachments;

  /** Takes a file in. */
  @POST
  public Response upload(
      @PathParam("conversation") String conversation,
      InputStream bytes,
      @QueryParam("name") @DefaultValue("file") String name,
      @HeaderParam("Content-Type") @DefaultValue("") String type) {
    check(conversation);
    return FileAnswers.taken(
        () -> attachments.take(conversation, Side.OPERATOR, name, type, bytes));
  }

  /** Hands a file out. */
  @GET
  @Path("{id}")
  public Response file(
      @PathParam("conversation") String conversation,
      @PathParam("id") String id,
      @Context SecurityContext caller) {
    return FileAnswers.content(
        () -> attachments.open(conversation, id, false, caller.isUserInRole("supervisor")));
  }

  /** Hands a small image of it out. */
  @GET
  @Path("{id}/thumbnail")
  public Response thumbnail(
      @PathParam("conversation") String conversation,
      @PathParam("id") String id,
      @Context SecurityContext caller) {
    return FileAnswers.content(
        () -> attachments.open(conversation, id, true, caller.isUserInRole("supervisor")));
  }

  private static void check(String conversation) {
    if (!Conversation.isId(conversation)) {
      throw new ProblemException(404, "There is no conversation " + conversation + ".");
    }
  }
}
