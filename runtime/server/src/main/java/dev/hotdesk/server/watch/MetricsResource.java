package dev.hotdesk.server.watch;

import dev.hotdesk.server.access.MetricsToken;
import dev.hotdesk.server.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Metrics, for those who log in as admin or show the collector's token. */
@Path("admin/metrics")
@RequestScoped
@RolesAllowed({Role.ADMIN_WORD, MetricsToken.ROLE})
public class MetricsResource {

  @Inject MetricRegistry ours;

  @Inject
  @RegistryScope(scope = MetricRegistry.BASE_SCOPE)
  MetricRegistry ofJava;

  @Inject
  @RegistryScope(scope = MetricRegistry.VENDOR_SCOPE)
  MetricRegistry ofServer;

  /** All of them. */
  @GET
  @Operation(summary = "Gives the metrics in Prometheus' text form.")
  @APIResponse(responseCode = "200")
  public Response metrics() {
    return Response.ok(PrometheusText.of(List.of(ours, ofJava, ofServer)))
        .type(PrometheusText.TYPE)
        .build();
  }
}
