package dev.hotdesk.server.admin;

import dev.hotdesk.drop.DropStatus;
import dev.hotdesk.generation.PluginHealth;
import dev.hotdesk.generation.PluginHost;
import dev.hotdesk.generation.PluginStatus;
import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.http.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which plugins serve, and what became of each dropped file. */
@Path("admin/plugins")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
public class PluginsResource {

  @Inject Instance<PluginHost> hosts;

  @Inject
  @ConfigProperty(name = "hotdesk.plugins")
  Optional<String> folder;

  /** One generation of a plugin. */
  public record Plugin(
      String plugin,
      String version,
      int generation,
      String state,
      String health,
      List<String> kinds,
      String file,
      String sha256,
      Instant since,
      long calls,
      long faults,
      String last_fault,
      String description,
      String note) {

    static Plugin of(PluginStatus status) {
      var health = status.health();
      return new Plugin(
          status.id(),
          status.version(),
          status.generation(),
          status.state().word(),
          word(health),
          status.kinds(),
          status.file(),
          status.sha256(),
          status.since(),
          health.calls(),
          health.faults(),
          health.lastFault(),
          status.description(),
          status.note());
    }

    private static String word(PluginHealth health) {
      return health.overloaded() ? "overloaded" : health.stuck() > 0 ? "stuck" : "ok";
    }
  }

  /** What became of a dropped file. */
  public record Drop(
      String file,
      String state,
      String plugin,
      String version,
      String reason,
      Instant at,
      List<Check> checks) {

    static Drop of(DropStatus status) {
      return new Drop(
          status.file(),
          status.state().name(),
          status.plugin(),
          status.version(),
          status.reason(),
          status.at(),
          status.checks().stream()
              .map(it -> new Check(it.name(), it.outcome().name(), it.detail()))
              .toList());
    }
  }

  /** One thing that was looked at before a dropped file's code might run. */
  public record Check(String name, String outcome, String detail) {}

  /** All of them. */
  public record Plugins(String folder, List<Plugin> plugins, List<Drop> drops) {}

  /** Now. */
  @GET
  public Plugins all() {
    if (!hosts.isResolvable()) {
      throw new ProblemException(503, "The plugin host has not started.");
    }
    var host = hosts.get();
    return new Plugins(
        folder.orElse("plugins"),
        host.plugins().stream().map(Plugin::of).toList(),
        host.drops().stream().map(Drop::of).toList());
  }
}
