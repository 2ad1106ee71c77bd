package dev.hotdesk.server.admin;

import dev.hotdesk.capability.PluginLogs;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.plugins.PluginSettingsDesk;
import dev.hotdesk.server.plugins.PluginSettingsDesk.Saved;
import dev.hotdesk.server.plugins.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** How plugins are set, and what they say. */
@Path("admin/plugins")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class PluginSettingsResource {

  /** As a browser waits for no answer much longer. */
  private static final long LONGEST_WAIT = 25;

  private static final long LOOK = 250;

  @Inject PluginSettingsDesk desk;
  @Inject Acts acts;

  /**
   * How a plugin is set.
   *
   * @param schema what may be set, as a JSON Schema
   * @param given what an admin gave
   * @param values what the plugin sees, with the defaults
   * @param revision of what was given
   * @param by who gave it, or empty
   * @param problems why it cannot be active like this
   * @param secrets that it asks for; their values are never told
   */
  public record PluginConfig(
      JsonObject schema,
      JsonObject given,
      JsonObject values,
      long revision,
      String by,
      List<Problem> problems,
      List<PluginSettingsDesk.SecretState> secrets) {}

  /**
   * A wish how to set a plugin.
   *
   * @param given all that is to be given; what it does not name has its default
   * @param revision the one that was read before
   */
  public record ConfigWish(@Nullable JsonObject given, @Nullable Long revision) {}

  /** What came of it: the new revision, or what is wrong with which setting. */
  public record ConfigSaved(boolean saved, long revision, List<Problem> problems) {}

  /** A line of a plugin's log. */
  public record LogLine(
      long number, Instant at, String level, String version, int generation, String text) {

    static LogLine of(PluginLogs.Line line) {
      return new LogLine(
          line.number(),
          line.at(),
          line.level().getName(),
          line.version(),
          line.generation(),
          line.text());
    }
  }

  /** Some lines, oldest first. */
  public record LogLines(List<LogLine> lines) {}

  /** How it is set. */
  @GET
  @Path("{plugin}/config")
  @Operation(summary = "Shows how a plugin is set, and what may be set.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "404")
  public PluginConfig config(@PathParam("plugin") String plugin) {
    var settings = desk.settings(plugin).orElseThrow(() -> unknown(plugin));
    return new PluginConfig(
        object(settings.schema()),
        object(settings.given()),
        object(settings.values()),
        settings.revision(),
        settings.by(),
        settings.problems(),
        desk.secrets(plugin));
  }

  /** Sets it. */
  @PUT
  @Path("{plugin}/config")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Sets a plugin, which then begins anew; 422 names each wrong setting.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ConfigSaved.class)))
  @APIResponse(responseCode = "400")
  @APIResponse(responseCode = "404")
  @APIResponse(responseCode = "409")
  @APIResponse(responseCode = "422")
  public Response set(@PathParam("plugin") String plugin, @Nullable ConfigWish wish) {
    if (wish == null || wish.given == null || wish.revision == null) {
      throw new ProblemException(400, "Wanted: given, a JSON object, and the revision it changes.");
    }
    return switch (desk.save(plugin, wish.given.toString(), wish.revision, acts.who())) {
      case Saved.Done(var revision) -> {
        acts.record("plugin.config", plugin, "revision " + revision);
        yield Response.ok(new ConfigSaved(true, revision, List.of())).build();
      }
      case Saved.Wrong(var problems) ->
          Response.status(422).entity(new ConfigSaved(false, wish.revision, problems)).build();
      case Saved.Stale(var revision, var by) ->
          throw new ProblemException(
              409,
              "%s has changed the settings of %s meanwhile (revision %d); read them again."
                  .formatted(by, plugin, revision));
      case Saved.Unknown() -> throw unknown(plugin);
    };
  }

  /** What it said. */
  @GET
  @Path("{plugin}/logs")
  @Operation(
      summary =
          "Gives the latest lines of a plugin after one; waits up to that many seconds for one.")
  @APIResponse(responseCode = "200")
  public LogLines logs(
      @PathParam("plugin") String plugin,
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("wait") @DefaultValue("0") long wait)
      throws InterruptedException {
    long end = System.nanoTime() + Math.min(wait, LONGEST_WAIT) * 1_000_000_000L;
    var lines = desk.log(plugin, after);
    while (lines.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(LOOK); // a virtual thread, and one admin
      lines = desk.log(plugin, after);
    }
    return new LogLines(lines.stream().map(LogLine::of).toList());
  }

  private static ProblemException unknown(String plugin) {
    return new ProblemException(404, "There is no plugin " + plugin + ".");
  }

  private static JsonObject object(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
