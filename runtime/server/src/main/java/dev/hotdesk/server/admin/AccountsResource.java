package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Account;
import dev.hotdesk.server.access.Accounts;
import dev.hotdesk.server.access.Audit;
import dev.hotdesk.server.access.LoggedOut;
import dev.hotdesk.server.access.LoginSessions;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Who works here. */
@Path("admin/accounts")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {

  @Inject Accounts accounts;
  @Inject LoginSessions sessions;
  @Inject Audit audit;
  @Inject Event<LoggedOut> loggedOut;
  @Inject HttpServletRequest request;

  /** An account, without its secrets. */
  public record ShownAccount(String login, String name, List<String> roles, boolean disabled) {

    static ShownAccount of(Account account) {
      return new ShownAccount(
          account.login(),
          account.name(),
          account.roles().stream().sorted().map(Role::word).toList(),
          account.disabled());
    }
  }

  /** All accounts. */
  public record AllAccounts(List<ShownAccount> accounts) {}

  /** Everybody. */
  @GET
  @Operation(summary = "Lists everybody who works here.")
  @APIResponse(responseCode = "200")
  public AllAccounts all() {
    return new AllAccounts(accounts.all().stream().map(ShownAccount::of).toList());
  }

  /** Adds somebody. */
  @POST
  @Operation(summary = "Adds an account.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ShownAccount.class)))
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "409")
  public Response add(@Nullable Draft draft) {
    var account = Draft.account(draft);
    var password = Draft.password(draft, account.login());
    demand(accounts.add(account, password), account.login());
    record("account.create", account.login(), String.join(", ", account.groups()));
    return Response.status(201).entity(ShownAccount.of(account)).build();
  }

  /** Changes name, roles, or whether somebody may log in. */
  @PUT
  @Path("{login}")
  @Operation(summary = "Changes name, roles, or whether somebody may log in.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "404")
  @APIResponse(responseCode = "409")
  public ShownAccount replace(@PathParam("login") String login, @Nullable Draft draft) {
    var account = Draft.account(draft, login);
    demand(accounts.replace(account), login);
    dismiss(login);
    record(
        "account.change",
        login,
        String.join(", ", account.groups()) + (account.disabled() ? ", disabled" : ""));
    return ShownAccount.of(account);
  }

  /** Gives somebody another password; they have to log in again. */
  @POST
  @Path("{login}/password")
  @Operation(summary = "Gives somebody another password.")
  @APIResponse(responseCode = "204")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "404")
  public void password(@PathParam("login") String login, @Nullable Draft draft) {
    demand(accounts.password(login, Draft.password(draft, login)), login);
    dismiss(login);
    record("account.password", login, "");
  }

  /** Takes somebody's account away. */
  @DELETE
  @Path("{login}")
  @Operation(summary = "Takes somebody's account away.")
  @APIResponse(responseCode = "204")
  @APIResponse(responseCode = "404")
  @APIResponse(responseCode = "409")
  public void remove(@PathParam("login") String login) {
    demand(accounts.remove(login), login);
    dismiss(login);
    record("account.delete", login, "");
  }

  private void dismiss(String login) {
    sessions.endAll(login);
    loggedOut.fire(new LoggedOut(login));
  }

  private void record(String what, String on, String detail) {
    audit.add(request.getUserPrincipal().getName(), what, on, detail);
  }

  private static void demand(Accounts.Change change, String login) {
    switch (change) {
      case MADE -> {}
      case ABSENT -> throw new ProblemException(404, "There is no account " + login + ".");
      case EXISTS -> throw new ProblemException(409, "There is an account " + login + " already.");
      case LAST_ADMIN ->
          throw new ProblemException(
              409, login + " is the last admin; make somebody else one first.");
    }
  }
}
