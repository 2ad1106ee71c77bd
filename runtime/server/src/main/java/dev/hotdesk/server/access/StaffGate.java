package dev.hotdesk.server.access;

import dev.hotdesk.server.http.Connection;
import dev.hotdesk.server.http.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Guards all of REST that is not the customers': who is not logged in goes no further. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class StaffGate implements ContainerRequestFilter {

  @Inject HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext asked) {
    var refusal = Caller.refusal(request);
    if (refusal.isPresent()) {
      asked.abortWith(refusal.get());
      return;
    }
    var rules =
        new GateRules(
            asked.getMethod(),
            asked.getUriInfo().getPath(),
            Optional.ofNullable(asked.getHeaderString("Origin")),
            Connection.host(request),
            Optional.ofNullable(asked.getHeaderString("X-Hotdesk-CSRF")));
    rules
        .refusal(request.getUserPrincipal() != null, Caller.of(request), Caller.hasToken(request))
        .map(Problem::response)
        .ifPresent(refused -> asked.abortWith(refused.build()));
  }
}
