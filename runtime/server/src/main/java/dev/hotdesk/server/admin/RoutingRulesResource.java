package dev.hotdesk.server.admin;

import dev.hotdesk.api.Text;
import dev.hotdesk.assignment.Lane;
import dev.hotdesk.assignment.Reason;
import dev.hotdesk.assignment.RoutingRule;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.assignment.Assigner;
import dev.hotdesk.server.assignment.StaffingTables;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Which conversations go to which group. */
@Path("admin/routing-rules")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class RoutingRulesResource {

  @Inject StaffingTables tables;
  @Inject Assigner assigner;
  @Inject Acts acts;

  /**
   * A rule.
   *
   * @param when the facts that must be so, each with the values that fit
   * @param lane low, normal, high or vip; empty for as usual
   */
  public record ShownRule(
      String name, Map<String, List<String>> when, String group, List<String> skills, String lane) {

    static ShownRule of(RoutingRule rule) {
      var when = new TreeMap<String, List<String>>();
      rule.when()
          .forEach((fact, values) -> when.put(fact.word(), values.stream().sorted().toList()));
      return new ShownRule(
          rule.name(),
          when,
          rule.group(),
          rule.skills().stream().sorted().toList(),
          rule.lane().map(Lane::word).orElse(""));
    }
  }

  /**
   * All rules, in their order.
   *
   * @param revision to be given back with a change
   */
  public record AllRules(long revision, List<ShownRule> rules) {}

  /** A rule as an admin typed it: anything may be missing or wrong. */
  public record RuleDraft(
      @Nullable String name,
      @Nullable Map<String, List<String>> when,
      @Nullable String group,
      @Nullable List<String> skills,
      @Nullable String lane) {}

  /** All rules as an admin typed them. */
  public record RulesDraft(@Nullable Long revision, @Nullable List<RuleDraft> rules) {}

  /**
   * What rules are tried on.
   *
   * @param facts such as channel, store, language, tier, reason, intent
   * @param rules to be tried instead of those that are set
   */
  public record Trial(@Nullable Map<String, String> facts, @Nullable List<RuleDraft> rules) {}

  /** A reason, in both languages. */
  public record ShownReason(String code, Text rule, Text fact, Text effect) {

    static ShownReason of(Reason reason) {
      return new ShownReason(reason.rule().code(), reason.name(), reason.fact(), reason.effect());
    }
  }

  /**
   * Where a conversation would go.
   *
   * @param operators who could serve it, whether they are here or not
   */
  public record Tried(
      String group,
      String lane,
      List<String> skills,
      List<ShownReason> reasons,
      List<String> operators) {}

  /** All of them. */
  @GET
  @Operation(summary = "Lists the rules that send conversations to groups, in their order.")
  @APIResponse(responseCode = "200")
  public AllRules all() {
    var staffing = tables.read();
    return new AllRules(
        staffing.rulesRevision(), staffing.rules().stream().map(ShownRule::of).toList());
  }

  /** Replaces them. */
  @PUT
  @Operation(summary = "Replaces the rules that send conversations to groups.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "409")
  public AllRules replace(@Nullable RulesDraft draft) {
    var rules = RoutingWords.rules(draft == null ? null : draft.rules());
    var revision = draft == null || draft.revision() == null ? -1 : draft.revision();
    if (!tables.replaceRules(rules, revision)) {
      throw new ProblemException(
          409,
          "The rules have changed since revision %d; wanted the present one: read them again."
              .formatted(revision));
    }
    assigner.reread();
    acts.record("routing.put", rules.size() + " rules", names(rules));
    return all();
  }

  private static String names(List<RoutingRule> rules) {
    var names = String.join(", ", rules.stream().map(RoutingRule::name).toList());
    return names.length() > 1000 ? names.substring(0, 1000) : names;
  }

  /** Tries them. */
  @POST
  @Path("try")
  @Operation(summary = "Says where a conversation with these facts would go, and why.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "400")
  public Tried attempt(@Nullable Trial trial) {
    var facts = RoutingWords.facts(trial == null ? null : trial.facts());
    var rules =
        trial == null || trial.rules() == null
            ? tables.read().rules()
            : RoutingWords.rules(trial.rules());
    var tried = assigner.attempt(facts, rules);
    var routed = tried.routed();
    return new Tried(
        routed.group().name(),
        routed.lane().word(),
        routed.skills().stream().sorted().toList(),
        routed.reasons().stream().map(ShownReason::of).toList(),
        tried.operators());
  }
}
