package dev.hotdesk.server.gateway;

import dev.hotdesk.api.Language;
import dev.hotdesk.api.MalformedFrameException;
import dev.hotdesk.conversation.JournalUnavailableException;
import dev.hotdesk.delivery.Mark;
import dev.hotdesk.delivery.Side;
import dev.hotdesk.server.frame.Frame;
import dev.hotdesk.server.frame.Frames;
import dev.hotdesk.server.frame.Json;
import dev.hotdesk.server.stream.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Tokens, and the conversation over plain HTTP for networks without WebSocket. */
@ApplicationScoped
@Path("customer")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {

  private static final String CHANNEL = "web";
  private static final String BEARER = "Bearer ";

  @Inject GatewayParts parts;
  @Inject LongPoll longPoll;
  @Inject AddressLimit limit;
  @Inject Admission admission;

  /** Gives out a token. */
  @POST
  @Path("token")
  public Response token(InputStream body, @Context HttpServletRequest request) throws IOException {
    var pause = limit.take(request.getRemoteAddr());
    if (!pause.isZero()) {
      return Response.status(429)
          .header("Retry-After", Math.max(1, pause.toSeconds() + 1))
          .entity(Frames.error("rate", "Too many tokens from this address.", ""))
          .build();
    }
    var crowd = admission.outlook();
    if (crowd.isPresent()) {
      return Response.status(429)
          .header("Retry-After", Math.ceilDiv(crowd.getAsLong(), 1_000))
          .entity(Frames.error("busy", "Too many come at once.", ""))
          .build();
    }
    String former;
    try {
      former = former(read(body));
    } catch (MalformedFrameException e) {
      return refused(400, "malformed", String.valueOf(e.getMessage()));
    }
    var token = parts.tokens().renew(former, CHANNEL);
    return Response.ok(
            Json.write(
                json ->
                    json.write("token", token.token())
                        .write("conversation", token.conversation())
                        .write("expires", token.expires().toString())))
        .build();
  }

  /** Takes one frame. */
  @POST
  @Path("frames")
  public CompletionStage<Response> say(
      InputStream body,
      @HeaderParam("Authorization") @DefaultValue("") String authorization,
      @HeaderParam("Accept-Language") @DefaultValue("zh") String accepted,
      @QueryParam("store") @DefaultValue("") String store)
      throws IOException {
    var conversation = conversation(authorization);
    if (conversation.isEmpty()) {
      return CompletableFuture.completedFuture(refused(401, "token", "Get a new token."));
    }
    var text = read(body);
    var language = accepted.startsWith("en") ? Language.EN : Language.ZH;
    return longPoll
        .say(conversation.get(), text, language, store)
        .thenApply(CustomerResource::response);
  }

  /** Waits for frames. */
  @GET
  @Path("frames")
  public CompletionStage<Response> hear(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("queue") @DefaultValue("-1") long queue,
      @QueryParam("delivered") @DefaultValue("-1") long delivered,
      @QueryParam("read") @DefaultValue("-1") long read,
      @HeaderParam("Authorization") @DefaultValue("") String authorization) {
    var conversation = conversation(authorization);
    if (conversation.isEmpty()) {
      return CompletableFuture.completedFuture(refused(401, "token", "Get a new token."));
    }
    var marks =
        delivered < 0 && read < 0
            ? Optional.<Mark>empty()
            : Optional.of(new Mark(Math.max(0, delivered), Math.max(0, read)));
    return CompletableFuture.supplyAsync(
        () -> heard(conversation.get(), Math.max(0, after), new LongPoll.Known(queue, marks)),
        parts.executor());
  }

  private Response heard(String conversation, long after, LongPoll.Known known) {
    try {
      var heard = longPoll.hear(conversation, after, known);
      // The frames are JSON already, in the words of the channel's plugin.
      var operators = parts.watermarks().of(conversation, Side.OPERATOR);
      return Response.ok(
              "{\"frames\":[%s],\"seq\":%d,\"state\":\"%s\",\"delivered\":%d,\"read\":%d}"
                  .formatted(
                      String.join(",", heard.frames()),
                      heard.sequence(),
                      heard.state(),
                      operators.delivered(),
                      operators.read()))
          .build();
    } catch (JournalUnavailableException _) {
      return refused(503, "busy", "Ask again later.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  private static Response response(Answered answered) {
    return switch (answered) {
      case Answered.Refused(var code, var message, var id) ->
          refused(status(code), code, message, id);
      case Answered.Acknowledged _, Answered.Identified _, Answered.Taken _ ->
          Response.ok(answered.frame().orElse("{\"type\":\"ok\"}")).build();
    };
  }

  private static int status(String code) {
    return switch (code) {
      case "busy", "not_stored", "channel" -> 503;
      case "rate" -> 429;
      default -> 400;
    };
  }

  private Optional<String> conversation(String authorization) {
    return authorization.startsWith(BEARER)
        ? parts.tokens().conversation(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private static String former(String body) {
    if (body.isBlank()) {
      return "";
    }
    return Frame.member(body, "token");
  }

  /** Reads a little more than a frame may have, so that a longer one is seen to be too long. */
  private static String read(InputStream body) throws IOException {
    return new String(body.readNBytes(Frame.MOST_BYTES + 1), StandardCharsets.UTF_8);
  }

  private static Response refused(int status, String code, String message) {
    return refused(status, code, message, "");
  }

  /** For HTTP's own clients the hint is in a header as well. */
  private static Response refused(int status, String code, String message, String id) {
    var response = Response.status(status).entity(Frames.error(code, message, id));
    Frames.retryAfter(code).ifPresent(pause -> response.header("Retry-After", pause.toSeconds()));
    return response.build();
  }
}
