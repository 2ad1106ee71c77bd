package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Account;
import dev.hotdesk.server.access.Accounts;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.assignment.Profile;
import dev.hotdesk.server.assignment.StaffingTables;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What operators know, for which stores they work, and how many customers they may serve. */
@Path("admin/skills")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class SkillsResource {

  @Inject StaffingTables tables;
  @Inject Accounts accounts;
  @Inject Assigner assigner;
  @Inject Acts acts;

  /**
   * What is set about an operator.
   *
   * @param capacity how many customers at a time; 0 for as many as usual
   */
  public record ShownProfile(
      String login,
      String name,
      int capacity,
      List<String> skills,
      List<String> stores,
      List<String> groups) {}

  /**
   * Everybody who may serve.
   *
   * @param usual_capacity how many customers those may serve of whom nothing is set
   * @param skills all that anybody knows
   */
  public record AllProfiles(
      int usual_capacity, List<String> skills, List<ShownProfile> operators) {}

  /** What an admin typed of an operator: anything may be missing or wrong. */
  public record ProfileDraft(
      @Nullable Integer capacity, @Nullable List<String> skills, @Nullable List<String> stores) {}

  /** Everybody's. */
  @GET
  @Operation(summary = "Lists what operators know, their stores and their capacity.")
  @APIResponse(responseCode = "200")
  public AllProfiles all() {
    var staffing = tables.read();
    var operators =
        accounts.all().stream()
            .filter(account -> account.groups().contains(Role.OPERATOR.word()))
            .map(
                account ->
                    shown(
                        account,
                        staffing.profile(account.login()),
                        staffing.groupsOf(account.login()).stream().sorted().toList()))
            .toList();
    var skills =
        operators.stream().flatMap(each -> each.skills().stream()).distinct().sorted().toList();
    return new AllProfiles(assigner.usualCapacity(), skills, operators);
  }

  /** Sets somebody's. */
  @PUT
  @Path("{login}")
  @Operation(summary = "Sets what an operator knows, their stores and their capacity.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "404")
  public ShownProfile put(@PathParam("login") String login, @Nullable ProfileDraft draft) {
    var profile = RoutingWords.profile(login, draft);
    var account = accounts.find(login);
    if (account.isEmpty() || !tables.put(profile)) {
      throw new ProblemException(404, "There is no account " + login + ".");
    }
    assigner.reread();
    acts.record(
        "skills.put",
        login,
        "capacity %d, skills %s, stores %s"
            .formatted(profile.capacity(), profile.skills(), profile.stores()));
    return shown(account.get(), profile, tables.read().groupsOf(login).stream().sorted().toList());
  }

  private static ShownProfile shown(Account account, Profile profile, List<String> groups) {
    return new ShownProfile(
        account.login(),
        account.name(),
        profile.capacity(),
        profile.skills().stream().sorted().toList(),
        profile.stores().stream().sorted().toList(),
        groups);
  }
}
