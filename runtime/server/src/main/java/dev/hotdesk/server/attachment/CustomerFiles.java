package dev.hotdesk.server.attachment;

import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.frame.Frames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/** Customers' files; their token opens their own conversation's only. */
@ApplicationScoped
@Path("customer/attachments")
@Consumes("*/*")
@SuppressWarnings("NullAway.Init") // the container does
public class CustomerFiles {

  private static final String BEARER = "Bearer ";

  @Inject Attachments attachments;
  @Inject CustomerTokens tokens;

  /** Takes a file in. */
  @POST
  public Response upload(
      InputStream bytes,
      @QueryParam("name") @DefaultValue("file") String name,
      @HeaderParam("Content-Type") @DefaultValue("") String type,
      @HeaderParam("Authorization") @DefaultValue("") String authorization) {
    return of(
        authorization,
        conversation ->
            FileAnswers.taken(
                () -> attachments.take(conversation, Side.CUSTOMER, name, type, bytes)));
  }

  /** Hands a file out. */
  @GET
  @Path("{id}")
  public Response file(
      @PathParam("id") String id,
      @HeaderParam("Authorization") @DefaultValue("") String authorization) {
    return of(
        authorization,
        conversation ->
            FileAnswers.content(() -> attachments.open(conversation, id, false, false)));
  }

  /** Hands a small image of it out. */
  @GET
  @Path("{id}/thumbnail")
  public Response thumbnail(
      @PathParam("id") String id,
      @HeaderParam("Authorization") @DefaultValue("") String authorization) {
    return of(
        authorization,
        conversation -> FileAnswers.content(() -> attachments.open(conversation, id, true, false)));
  }

  private Response of(String authorization, Function<String, Response> work) {
    return (authorization.startsWith(BEARER)
            ? tokens.conversation(authorization.substring(BEARER.length()).strip())
            : Optional.<String>empty())
        .map(work)
        .orElseGet(
            () ->
                Response.status(401)
                    .type(MediaType.APPLICATION_JSON)
                    .entity(Frames.error("token", "Get a new token.", ""))
                    .build());
  }
}
