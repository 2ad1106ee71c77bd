package dev.hotdesk.server.access;

import dev.hotdesk.server.http.Connection;
import dev.hotdesk.server.http.Problem;
import dev.hotdesk.server.http.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logging in and out. */
@Path("access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AccessResource {

  @Inject Logins logins;
  @Inject ApiTokens tokens;
  @Inject Audit audit;
  @Inject Event<LoggedOut> loggedOut;
  @Inject Event<PasswordChanged> passwordChanged;
  @Inject HttpServletRequest request;

  /** What a log-in is tried with. */
  public record Credentials(@Nullable String login, @Nullable String password) {}

  /** What a token for a program is asked for with. */
  public record TokenRequest(
      @Nullable String login,
      @Nullable String password,
      @Nullable String name,
      @Nullable Integer days) {}

  /** A new token, with its secret, which is never told again. */
  public record NewToken(String id, String name, Instant expires, String token) {}

  /** A change of one's own password. */
  public record Renewal(@Nullable String current, @Nullable String password) {}

  /** Who is logged in. */
  public record Me(String login, String name, List<String> roles, String csrf) {

    static Me of(Login login) {
      var account = login.account();
      return new Me(account.login(), account.name(), List.copyOf(account.groups()), login.csrf());
    }
  }

  /** Logs in. */
  @POST
  @Path("login")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response login(@Nullable Credentials credentials) {
    if (credentials == null || credentials.login == null || credentials.password == null) {
      throw new ProblemException(400, "Wanted: login and password.");
    }
    return answer(
        logins.login(credentials.login, credentials.password, request.getRemoteAddr()),
        "Login or password is wrong.");
  }

  private Response answer(Logins.Outcome outcome, String wrong) {
    return switch (outcome) {
      case Logins.Outcome.In(var token, var login) ->
          Response.ok(Me.of(login)).header(HttpHeaders.SET_COOKIE, cookie(token, "")).build();
      case Logins.Outcome.Wrong() -> Problem.of(401, wrong).response().build();
      case Logins.Outcome.Wait(var pause) ->
          Problem.of(429, "Too many wrong passwords; try again later.")
              .response()
              .header("Retry-After", pause.toSeconds() + 1)
              .build();
    };
  }

  /** A token for a program, for an admin's password; nobody is logged in by that. */
  @POST
  @Path("token")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response token(@Nullable TokenRequest asked) {
    if (asked == null
        || asked.login == null
        || asked.password == null
        || asked.name == null
        || asked.days == null) {
      throw new ProblemException(400, "Wanted: login, password, name and days.");
    }
    ApiTokens.fault(asked.name, asked.days)
        .ifPresent(
            fault -> {
              throw new ProblemException(400, fault);
            });
    var refused = logins.vouch(asked.login, asked.password, request.getRemoteAddr());
    if (refused.isPresent()) {
      return answer(refused.get(), "Login or password is wrong, or they are no admin's.");
    }
    var login = Logins.known(asked.login);
    var made = tokens.make(login, asked.name, Duration.ofDays(asked.days));
    var shown = made.shown();
    audit.add(login, "token.create", shown.name(), shown.id() + ", until " + shown.expires());
    return Response.status(201)
        .entity(new NewToken(shown.id(), shown.name(), shown.expires(), made.token()))
        .build();
  }

  /** Who is logged in. */
  @GET
  @Path("me")
  public Me me() {
    return Me.of(caller());
  }

  /** Logs out. */
  @POST
  @Path("logout")
  public Response logout() {
    var login = caller().account().login();
    Caller.token(request).ifPresent(token -> logins.logout(token, login));
    loggedOut.fire(new LoggedOut(login));
    return Response.noContent().header(HttpHeaders.SET_COOKIE, cookie("", "; Max-Age=0")).build();
  }

  /** Changes one's own password; one's other log-ins end. */
  @POST
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response password(@Nullable Renewal renewal) {
    if (renewal == null || renewal.current == null || renewal.password == null) {
      throw new ProblemException(400, "Wanted: current and password.");
    }
    var login = caller().account().login();
    PasswordRules.fault(login, renewal.password)
        .ifPresent(
            fault -> {
              throw new ProblemException(400, fault);
            });
    var outcome = logins.renew(login, renewal.current, renewal.password, request.getRemoteAddr());
    if (outcome instanceof Logins.Outcome.In) {
      passwordChanged.fire(new PasswordChanged(login));
    }
    return answer(outcome, "The current password is wrong.");
  }

  private Login caller() {
    return Caller.of(request).orElseThrow(() -> new ProblemException(401, "Log in first."));
  }

  /** Written by hand: the container would add a Version, which browsers do not know. */
  private String cookie(String token, String more) {
    return LoginSessions.COOKIE
        + "="
        + token
        + "; Path=/; HttpOnly; SameSite=Strict"
        + more
        + (Connection.isSecure(request) ? "; Secure" : "");
  }
}
