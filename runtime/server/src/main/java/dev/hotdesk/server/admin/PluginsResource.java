package dev.hotdesk.server.admin;

import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.rollout.Happening;
import dev.hotdesk.rollout.Rollout;
import dev.hotdesk.rollout.RolloutDesk;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import dev.hotdesk.server.trust.TrustTable;
import dev.hotdesk.server.watch.Fares;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Which plugins serve, how they fare, and what became of each dropped file. */
@Path("admin/plugins")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
@SuppressWarnings("NullAway.Init") // the container does
public class PluginsResource {

  @Inject Instance<PluginHost> hosts;
  @Inject Instance<RolloutDesk> desks;
  @Inject Fares fares;
  @Inject TrustTable trust;
  @Inject Revocations revocations;
  @Inject Tongue tongue;

  @Inject
  @ConfigProperty(name = "hotdesk.plugins")
  Optional<String> folder;

  /** What became of a dropped file; the checks are told if it was refused. */
  public record Drop(
      String file,
      String state,
      String plugin,
      String version,
      String sha256,
      String reason,
      Said said,
      Instant at,
      List<Report.Looked> checks) {

    static Drop of(DropStatus status, Tongue tongue) {
      return new Drop(
          status.file(),
          status.state().name(),
          status.plugin(),
          status.version(),
          status.sha256(),
          tongue.tell(status.reason()),
          Said.of(status.reason()),
          status.at(),
          status.state() == DropStatus.State.REJECTED
              ? status.checks().stream().map(it -> Report.Looked.of(it, tongue)).toList()
              : List.of());
    }
  }

  /**
   * All of them.
   *
   * @param folder where plugins are dropped
   * @param unsigned {@code allow} or {@code refuse}: whether plugins that nobody signed may run
   * @param rollout the one under way, if there is one
   * @param plugins all generations of which something is left
   * @param drops what became of each file in the folder
   */
  public record Plugins(
      String folder,
      String unsigned,
      @Nullable Rollout rollout,
      List<ShownPlugin> plugins,
      List<Drop> drops) {}

  /** One plugin. */
  public record OnePlugin(
      String plugin, @Nullable Rollout rollout, List<ShownPlugin> generations, List<Drop> drops) {}

  /** What happened to a plugin's versions, the latest first. */
  public record Timeline(List<Happening> happenings) {}

  /** Now. */
  @GET
  @Operation(summary = "Lists all plugins, how they fare, and what became of each dropped file.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  public Plugins all() {
    var host = host();
    return new Plugins(
        folder.orElse("plugins"),
        trust.isUnsignedAllowed() ? "allow" : "refuse",
        rollout().orElse(null),
        host.plugins().stream()
            .map(
                it -> ShownPlugin.of(it, rollout(), fares, revocations.isRevoked(it.jar()), tongue))
            .toList(),
        host.drops().stream().map(it -> Drop.of(it, tongue)).toList());
  }

  /** One of them. */
  @GET
  @Path("{plugin}")
  @Operation(summary = "Shows one plugin: its generations, its rollout and its files.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  @APIResponse(responseCode = "404")
  public OnePlugin one(@PathParam("plugin") String plugin) {
    var all = all();
    var generations = all.plugins.stream().filter(it -> it.plugin().equals(plugin)).toList();
    var drops = all.drops.stream().filter(it -> it.plugin.equals(plugin)).toList();
    if (generations.isEmpty() && drops.isEmpty()) {
      throw new ProblemException(404, "There is no plugin " + plugin + ".");
    }
    var rollout =
        rollout()
            .filter(it -> it.members().stream().anyMatch(member -> member.plugin().equals(plugin)))
            .orElse(null);
    return new OnePlugin(plugin, rollout, generations, drops);
  }

  /** Its history. */
  @GET
  @Path("{plugin}/timeline")
  @Operation(summary = "Tells what happened to a plugin's versions, the latest first.")
  @APIResponse(responseCode = "200")
  @APIResponse(responseCode = "503")
  public Timeline timeline(@PathParam("plugin") String plugin) {
    if (!desks.isResolvable()) {
      throw new ProblemException(503, "The plugin host has not started.");
    }
    return new Timeline(desks.get().timeline(plugin).stream().map(this::told).toList());
  }

  private Happening told(Happening it) {
    return new Happening(
        it.at(),
        it.plugin(),
        it.version(),
        it.generation(),
        it.what(),
        it.by(),
        tongue.tell(it.note()));
  }

  private Optional<Rollout> rollout() {
    return desks.isResolvable()
        ? desks.get().rollout().map(it -> it.noted(tongue.tell(it.note())))
        : Optional.empty();
  }

  private PluginHost host() {
    if (!hosts.isResolvable()) {
      throw new ProblemException(503, "The plugin host has not started.");
    }
    return hosts.get();
  }
}
