package dev.hotdesk.server.admin;

import dev.hotdesk.assignment.Group;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.assignment.Staffing;
import dev.hotdesk.server.assignment.StaffingTables;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Groups of operators, and how their customers find them. */
@Path("admin/groups")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class GroupsResource {

  @Inject StaffingTables tables;
  @Inject Assigner assigner;
  @Inject Acts acts;

  /**
   * A group.
   *
   * @param mode pick, next or auto
   * @param strategy round_robin or least_busy
   * @param bound_s after so many seconds a customer goes before every lane
   * @param overflow_s for so many seconds a customer waits for their own store
   * @param sticky whether customers go to who served them last
   * @param members their logins; the group of everybody has none written down
   */
  public record ShownGroup(
      String name,
      String mode,
      String strategy,
      long bound_s,
      long overflow_s,
      boolean sticky,
      List<String> members) {

    static ShownGroup of(Staffing.Membership membership) {
      var group = membership.group();
      return new ShownGroup(
          group.name(),
          group.mode().word(),
          group.strategy().word(),
          group.bound().toSeconds(),
          group.overflow().toSeconds(),
          group.isSticky(),
          membership.members().stream().sorted().toList());
    }
  }

  /** All groups. */
  public record AllGroups(List<ShownGroup> groups) {}

  /** A group as an admin typed it: anything may be missing or wrong. */
  public record GroupDraft(
      @Nullable String mode,
      @Nullable String strategy,
      @Nullable Integer bound_s,
      @Nullable Integer overflow_s,
      @Nullable Boolean sticky,
      @Nullable List<String> members) {}

  /** All of them; that of everybody is always there. */
  @GET
  @Operation(summary = "Lists the groups of operators.")
  @APIResponse(responseCode = "200")
  public AllGroups all() {
    Map<String, ShownGroup> groups = new TreeMap<>();
    groups.put(Group.ALL, ShownGroup.of(new Staffing.Membership(Group.everybody(), Set.of())));
    tables.read().groups().forEach(each -> groups.put(each.group().name(), ShownGroup.of(each)));
    return new AllGroups(List.copyOf(groups.values()));
  }

  /** Makes or changes one. */
  @PUT
  @Path("{name}")
  @Operation(summary = "Makes a group of operators, or changes it.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  public ShownGroup put(@PathParam("name") String name, @Nullable GroupDraft draft) {
    var group = RoutingWords.group(name, draft);
    var members = RoutingWords.members(draft);
    tables.put(group, members);
    assigner.reread();
    acts.record(
        "group.put",
        name,
        group.mode().word() + ", " + group.strategy().word() + ", " + members.size() + " members");
    return tables.read().groups().stream()
        .filter(each -> each.group().name().equals(name))
        .findFirst()
        .map(ShownGroup::of)
        .orElseGet(() -> ShownGroup.of(new Staffing.Membership(group, Set.copyOf(members))));
  }

  /** Takes one away. */
  @DELETE
  @Path("{name}")
  @Operation(summary = "Takes a group away; its customers go where the rules send them then.")
  @APIResponse(responseCode = "204")
  @APIResponse(responseCode = "404")
  public void remove(@PathParam("name") String name) {
    if (!tables.removeGroup(name)) {
      throw new ProblemException(404, "There is no group " + name + ".");
    }
    assigner.reread();
    acts.record("group.delete", name, "");
  }
}
