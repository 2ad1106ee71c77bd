package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.ApiTokens;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What programs such as the command line show instead of a log-in. */
@Path("admin/tokens")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class TokensResource {

  private static final int USUAL_DAYS = 90;

  @Inject ApiTokens tokens;
  @Inject Acts acts;

  /**
   * A wish for a token.
   *
   * @param name what it is for
   * @param days how long it is to be good; 90 if it is not said
   */
  public record TokenWish(@Nullable String name, @Nullable Integer days) {}

  /** A token, without its secret. */
  public record Token(
      String id, String name, String login, Instant made, Instant expires, @Nullable Instant used) {

    static Token of(ApiTokens.Shown shown) {
      return new Token(
          shown.id(),
          shown.name(),
          shown.login(),
          shown.made(),
          shown.expires(),
          shown.used().orElse(null));
    }
  }

  /** All tokens. */
  public record Tokens(List<Token> tokens) {}

  /** A new token, with its secret, which is never told again. */
  public record NewToken(String id, String name, Instant expires, String token) {}

  /** All that are good. */
  @GET
  @Operation(summary = "Lists the tokens that are good.")
  @APIResponse(responseCode = "200")
  public Tokens all() {
    return new Tokens(tokens.all().stream().map(Token::of).toList());
  }

  /** Makes one that acts for who asks. */
  @POST
  @Operation(summary = "Makes a token that acts for whoever is logged in; it is told this once.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NewToken.class)))
  @APIResponse(responseCode = "400")
  public Response make(@Nullable TokenWish wish) {
    var name = wish == null || wish.name == null ? "" : wish.name.strip();
    var days = wish == null || wish.days == null ? USUAL_DAYS : wish.days;
    ApiTokens.fault(name, days)
        .ifPresent(
            fault -> {
              throw new ProblemException(400, fault);
            });
    var made = tokens.make(acts.who(), name, Duration.ofDays(days));
    var shown = made.shown();
    acts.record("token.create", name, shown.id() + ", until " + shown.expires());
    return Response.status(201)
        .entity(new NewToken(shown.id(), name, shown.expires(), made.token()))
        .build();
  }

  /** Ends one. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Revokes a token, at once.")
  @APIResponse(responseCode = "204")
  @APIResponse(responseCode = "404")
  public void revoke(@PathParam("id") String id) {
    if (!tokens.revoke(id)) {
      throw new ProblemException(404, "There is no token " + id + ".");
    }
    acts.record("token.revoke", id, "");
  }
}
