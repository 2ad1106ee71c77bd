package dev.hotdesk.server.admin;

import dev.hotdesk.server.access.Role;
import dev.hotdesk.server.replica.Readings;
import dev.hotdesk.server.replica.Standing;
import dev.hotdesk.server.watch.House;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** How the house fares, on one page. */
@Path("admin/overview")
@RequestScoped
@RolesAllowed(Role.ADMIN_WORD)
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

  @Inject Instance<House> houses;
  @Inject ServletContext context;
  @Inject Readings readings;
  @Inject @Any Instance<HealthCheck> checks;

  @Inject
  @ConfigProperty(name = "hotdesk.profile")
  Optional<String> profile;

  /** One health check. */
  public record Health(String name, boolean up, String detail) {}

  /** All of it. */
  public record Overview(
      String version,
      long uptime_s,
      Map<String, Long> sessions,
      Map<String, Long> sockets,
      long lanes,
      List<Health> health,
      String profile) {}

  /** Now. */
  @GET
  @Operation(summary = "Tells how the house fares.")
  @APIResponse(responseCode = "200")
  public Overview now() {
    var models = houses.isResolvable() ? houses.get().modelFault() : "";
    var cluster = houses.isResolvable() ? houses.get().clusterFault() : "";
    var health =
        Stream.concat(
                checks.stream().map(OverviewResource::health),
                Stream.concat(
                    Stream.of(
                        new Health("models", models.isEmpty(), models),
                        new Health("cluster", cluster.isEmpty(), cluster),
                        sessions()),
                    readings.standing().map(OverviewResource::replica).stream()))
            .sorted(Comparator.comparing(Health::name));
    var up = ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
    var version = version();
    if (!houses.isResolvable()) {
      return new Overview(
          version, up, Map.of(), Map.of(), 0, health.toList(), profile.orElse("production"));
    }
    var house = houses.get();
    return new Overview(
        version,
        up,
        sessions(house),
        new TreeMap<>(house.sockets()),
        house.lanes(),
        health.toList(),
        profile.orElse("production"));
  }

  /** Names the first of those that stand as none may stand. */
  private Health sessions() {
    var odd = houses.isResolvable() ? houses.get().oddSessions() : List.<String>of();
    return new Health(
        "sessions", odd.isEmpty(), odd.stream().limit(20).collect(Collectors.joining(", ")));
  }

  private static Map<String, Long> sessions(House house) {
    var now = house.sessions();
    var all = new TreeMap<String, Long>();
    House.STATES.forEach(state -> all.put(state, now.getOrDefault(state, 0L)));
    return all;
  }

  private static Health replica(Standing standing) {
    return new Health("replica", standing instanceof Standing.Following, standing.note());
  }

  private static Health health(HealthCheck check) {
    var said = check.call();
    return new Health(said.getName(), said.getStatus() == HealthCheckResponse.Status.UP, "");
  }

  private String version() {
    try (var manifest = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      var version =
          manifest == null
              ? null
              : new Manifest(manifest)
                  .getMainAttributes()
                  .getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      return version == null ? "unknown" : version;
    } catch (IOException _) {
      return "unknown";
    }
  }
}
